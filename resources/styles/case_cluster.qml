<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis simplifyAlgorithm="0" version="3.22.16-Białowieża" labelsEnabled="0" simplifyMaxScale="1" symbologyReferenceScale="-1" simplifyLocal="1" maxScale="6000" hasScaleBasedVisibilityFlag="1" simplifyDrawingHints="1" styleCategories="Symbology|Labeling|Rendering" minScale="0" simplifyDrawingTol="1">
 <renderer-v2 toleranceUnitScale="3x:0,0,0,0,0,0" symbollevels="0" toleranceUnit="MM" type="pointCluster" referencescale="-1" enableorderby="0" tolerance="7" forceraster="0">
  <renderer-v2 symbollevels="0" type="RuleRenderer" referencescale="-1" enableorderby="0" forceraster="0">
   <rules key="{aac227b2-94ae-49e0-8e3e-bf7b09ec53cc}">
    <rule filter="&quot;urgency&quot; = 2" symbol="0" label="In time" key="{b1f13b5d-39fd-4fac-812e-d3e6b7b4458e}"/>
    <rule filter="&quot;urgency&quot; = 3" symbol="1" label="Waiting elsewhere" key="{06f7b5b5-6d23-4cf3-8748-0be589273ff8}"/>
   </rules>
   <symbols>
    <symbol force_rhr="0" clip_to_extent="1" name="0" alpha="1" type="marker">
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString"/>
       <Option name="properties"/>
       <Option name="type" value="collection" type="QString"/>
      </Option>
     </data_defined_properties>
     <layer enabled="1" locked="0" pass="0" class="SimpleMarker">
      <Option type="Map">
       <Option name="angle" value="0" type="QString"/>
       <Option name="cap_style" value="square" type="QString"/>
       <Option name="color" value="21,101,192,255" type="QString"/>
       <Option name="horizontal_anchor_point" value="1" type="QString"/>
       <Option name="joinstyle" value="bevel" type="QString"/>
       <Option name="name" value="circle" type="QString"/>
       <Option name="offset" value="0,0" type="QString"/>
       <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
       <Option name="offset_unit" value="MM" type="QString"/>
       <Option name="outline_color" value="21,101,192,255" type="QString"/>
       <Option name="outline_style" value="solid" type="QString"/>
       <Option name="outline_width" value="0.5" type="QString"/>
       <Option name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
       <Option name="outline_width_unit" value="MM" type="QString"/>
       <Option name="scale_method" value="diameter" type="QString"/>
       <Option name="size" value="2.4" type="QString"/>
       <Option name="size_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
       <Option name="size_unit" value="MM" type="QString"/>
       <Option name="vertical_anchor_point" value="1" type="QString"/>
      </Option>
      <prop v="0" k="angle"/>
      <prop v="square" k="cap_style"/>
      <prop v="21,101,192,255" k="color"/>
      <prop v="1" k="horizontal_anchor_point"/>
      <prop v="bevel" k="joinstyle"/>
      <prop v="circle" k="name"/>
      <prop v="0,0" k="offset"/>
      <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
      <prop v="MM" k="offset_unit"/>
      <prop v="21,101,192,255" k="outline_color"/>
      <prop v="solid" k="outline_style"/>
      <prop v="0.5" k="outline_width"/>
      <prop v="3x:0,0,0,0,0,0" k="outline_width_map_unit_scale"/>
      <prop v="MM" k="outline_width_unit"/>
      <prop v="diameter" k="scale_method"/>
      <prop v="2.4" k="size"/>
      <prop v="3x:0,0,0,0,0,0" k="size_map_unit_scale"/>
      <prop v="MM" k="size_unit"/>
      <prop v="1" k="vertical_anchor_point"/>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString"/>
        <Option name="properties"/>
        <Option name="type" value="collection" type="QString"/>
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol force_rhr="0" clip_to_extent="1" name="1" alpha="1" type="marker">
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString"/>
       <Option name="properties"/>
       <Option name="type" value="collection" type="QString"/>
      </Option>
     </data_defined_properties>
     <layer enabled="1" locked="0" pass="0" class="SimpleMarker">
      <Option type="Map">
       <Option name="angle" value="0" type="QString"/>
       <Option name="cap_style" value="square" type="QString"/>
       <Option name="color" value="255,255,255,255" type="QString"/>
       <Option name="horizontal_anchor_point" value="1" type="QString"/>
       <Option name="joinstyle" value="bevel" type="QString"/>
       <Option name="name" value="circle" type="QString"/>
       <Option name="offset" value="0,0" type="QString"/>
       <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
       <Option name="offset_unit" value="MM" type="QString"/>
       <Option name="outline_color" value="117,117,117,255" type="QString"/>
       <Option name="outline_style" value="solid" type="QString"/>
       <Option name="outline_width" value="0.5" type="QString"/>
       <Option name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
       <Option name="outline_width_unit" value="MM" type="QString"/>
       <Option name="scale_method" value="diameter" type="QString"/>
       <Option name="size" value="2.4" type="QString"/>
       <Option name="size_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
       <Option name="size_unit" value="MM" type="QString"/>
       <Option name="vertical_anchor_point" value="1" type="QString"/>
      </Option>
      <prop v="0" k="angle"/>
      <prop v="square" k="cap_style"/>
      <prop v="255,255,255,255" k="color"/>
      <prop v="1" k="horizontal_anchor_point"/>
      <prop v="bevel" k="joinstyle"/>
      <prop v="circle" k="name"/>
      <prop v="0,0" k="offset"/>
      <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
      <prop v="MM" k="offset_unit"/>
      <prop v="117,117,117,255" k="outline_color"/>
      <prop v="solid" k="outline_style"/>
      <prop v="0.5" k="outline_width"/>
      <prop v="3x:0,0,0,0,0,0" k="outline_width_map_unit_scale"/>
      <prop v="MM" k="outline_width_unit"/>
      <prop v="diameter" k="scale_method"/>
      <prop v="2.4" k="size"/>
      <prop v="3x:0,0,0,0,0,0" k="size_map_unit_scale"/>
      <prop v="MM" k="size_unit"/>
      <prop v="1" k="vertical_anchor_point"/>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" value="" type="QString"/>
        <Option name="properties"/>
        <Option name="type" value="collection" type="QString"/>
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
   </symbols>
  </renderer-v2>
  <symbol force_rhr="0" clip_to_extent="1" name="centerSymbol" alpha="1" type="marker">
   <data_defined_properties>
    <Option type="Map">
     <Option name="name" value="" type="QString"/>
     <Option name="properties"/>
     <Option name="type" value="collection" type="QString"/>
    </Option>
   </data_defined_properties>
   <layer enabled="1" locked="0" pass="0" class="SimpleMarker">
    <Option type="Map">
     <Option name="angle" value="0" type="QString"/>
     <Option name="cap_style" value="square" type="QString"/>
     <Option name="color" value="255,255,255,255" type="QString"/>
     <Option name="horizontal_anchor_point" value="1" type="QString"/>
     <Option name="joinstyle" value="bevel" type="QString"/>
     <Option name="name" value="circle" type="QString"/>
     <Option name="offset" value="0,0" type="QString"/>
     <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
     <Option name="offset_unit" value="MM" type="QString"/>
     <Option name="outline_color" value="255,255,255,255" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.2" type="QString"/>
     <Option name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="scale_method" value="diameter" type="QString"/>
     <Option name="size" value="5.6" type="QString"/>
     <Option name="size_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
     <Option name="size_unit" value="MM" type="QString"/>
     <Option name="vertical_anchor_point" value="1" type="QString"/>
    </Option>
    <prop v="0" k="angle"/>
    <prop v="square" k="cap_style"/>
    <prop v="255,255,255,255" k="color"/>
    <prop v="1" k="horizontal_anchor_point"/>
    <prop v="bevel" k="joinstyle"/>
    <prop v="circle" k="name"/>
    <prop v="0,0" k="offset"/>
    <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
    <prop v="MM" k="offset_unit"/>
    <prop v="255,255,255,255" k="outline_color"/>
    <prop v="solid" k="outline_style"/>
    <prop v="0.2" k="outline_width"/>
    <prop v="3x:0,0,0,0,0,0" k="outline_width_map_unit_scale"/>
    <prop v="MM" k="outline_width_unit"/>
    <prop v="diameter" k="scale_method"/>
    <prop v="5.6" k="size"/>
    <prop v="3x:0,0,0,0,0,0" k="size_map_unit_scale"/>
    <prop v="MM" k="size_unit"/>
    <prop v="1" k="vertical_anchor_point"/>
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" value="" type="QString"/>
      <Option name="properties"/>
      <Option name="type" value="collection" type="QString"/>
     </Option>
    </data_defined_properties>
   </layer>
   <layer enabled="1" locked="0" pass="0" class="SimpleMarker">
    <Option type="Map">
     <Option name="angle" value="0" type="QString"/>
     <Option name="cap_style" value="square" type="QString"/>
     <Option name="color" value="227,235,243,255" type="QString"/>
     <Option name="horizontal_anchor_point" value="1" type="QString"/>
     <Option name="joinstyle" value="bevel" type="QString"/>
     <Option name="name" value="circle" type="QString"/>
     <Option name="offset" value="0,0" type="QString"/>
     <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
     <Option name="offset_unit" value="MM" type="QString"/>
     <Option name="outline_color" value="21,101,192,255" type="QString"/>
     <Option name="outline_style" value="solid" type="QString"/>
     <Option name="outline_width" value="0.5" type="QString"/>
     <Option name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="scale_method" value="diameter" type="QString"/>
     <Option name="size" value="5" type="QString"/>
     <Option name="size_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
     <Option name="size_unit" value="MM" type="QString"/>
     <Option name="vertical_anchor_point" value="1" type="QString"/>
    </Option>
    <prop v="0" k="angle"/>
    <prop v="square" k="cap_style"/>
    <prop v="227,235,243,255" k="color"/>
    <prop v="1" k="horizontal_anchor_point"/>
    <prop v="bevel" k="joinstyle"/>
    <prop v="circle" k="name"/>
    <prop v="0,0" k="offset"/>
    <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
    <prop v="MM" k="offset_unit"/>
    <prop v="21,101,192,255" k="outline_color"/>
    <prop v="solid" k="outline_style"/>
    <prop v="0.5" k="outline_width"/>
    <prop v="3x:0,0,0,0,0,0" k="outline_width_map_unit_scale"/>
    <prop v="MM" k="outline_width_unit"/>
    <prop v="diameter" k="scale_method"/>
    <prop v="5" k="size"/>
    <prop v="3x:0,0,0,0,0,0" k="size_map_unit_scale"/>
    <prop v="MM" k="size_unit"/>
    <prop v="1" k="vertical_anchor_point"/>
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" value="" type="QString"/>
      <Option name="properties"/>
      <Option name="type" value="collection" type="QString"/>
     </Option>
    </data_defined_properties>
   </layer>
   <layer enabled="1" locked="0" pass="0" class="FontMarker">
    <Option type="Map">
     <Option name="angle" value="0" type="QString"/>
     <Option name="chr" value=" " type="QString"/>
     <Option name="color" value="13,71,161,255" type="QString"/>
     <Option name="font" value="{font}" type="QString"/>
     <Option name="font_style" value="Bold" type="QString"/>
     <Option name="horizontal_anchor_point" value="1" type="QString"/>
     <Option name="joinstyle" value="miter" type="QString"/>
     <Option name="offset" value="0,0" type="QString"/>
     <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
     <Option name="offset_unit" value="MM" type="QString"/>
     <Option name="outline_color" value="255,255,255,255" type="QString"/>
     <Option name="outline_width" value="0" type="QString"/>
     <Option name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
     <Option name="outline_width_unit" value="MM" type="QString"/>
     <Option name="size" value="2.7" type="QString"/>
     <Option name="size_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
     <Option name="size_unit" value="MM" type="QString"/>
     <Option name="vertical_anchor_point" value="1" type="QString"/>
    </Option>
    <prop v="0" k="angle"/>
    <prop v=" " k="chr"/>
    <prop v="13,71,161,255" k="color"/>
    <prop v="{font}" k="font"/>
    <prop v="Bold" k="font_style"/>
    <prop v="1" k="horizontal_anchor_point"/>
    <prop v="miter" k="joinstyle"/>
    <prop v="0,0" k="offset"/>
    <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
    <prop v="MM" k="offset_unit"/>
    <prop v="255,255,255,255" k="outline_color"/>
    <prop v="0" k="outline_width"/>
    <prop v="3x:0,0,0,0,0,0" k="outline_width_map_unit_scale"/>
    <prop v="MM" k="outline_width_unit"/>
    <prop v="2.7" k="size"/>
    <prop v="3x:0,0,0,0,0,0" k="size_map_unit_scale"/>
    <prop v="MM" k="size_unit"/>
    <prop v="1" k="vertical_anchor_point"/>
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" value="" type="QString"/>
      <Option name="properties" type="Map">
       <Option name="char" type="Map">
        <Option name="active" value="true" type="bool"/>
        <Option name="expression" value="@cluster_size" type="QString"/>
        <Option name="type" value="3" type="int"/>
       </Option>
      </Option>
      <Option name="type" value="collection" type="QString"/>
     </Option>
    </data_defined_properties>
   </layer>
  </symbol>
 </renderer-v2>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <layerGeometryType>0</layerGeometryType>
</qgis>
