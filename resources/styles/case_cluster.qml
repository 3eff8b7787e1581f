<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis hasScaleBasedVisibilityFlag="1" version="3.22.16-Białowieża" simplifyAlgorithm="0" labelsEnabled="0" simplifyLocal="1" maxScale="6000" simplifyMaxScale="1" styleCategories="Symbology|Labeling|Rendering" minScale="0" simplifyDrawingHints="1" simplifyDrawingTol="1" symbologyReferenceScale="-1">
 <renderer-v2 type="pointCluster" forceraster="0" toleranceUnit="MM" tolerance="7" enableorderby="0" symbollevels="0" referencescale="-1" toleranceUnitScale="3x:0,0,0,0,0,0">
  <renderer-v2 type="RuleRenderer" forceraster="0" enableorderby="0" symbollevels="0" referencescale="-1">
   <rules key="{f2229fba-80fa-411f-88c3-7e5cff630ba4}">
    <rule label="In time" key="{afd8194c-44cf-4565-afd6-29f751006433}" symbol="0" filter="&quot;urgency&quot; = 2"/>
    <rule label="Waiting elsewhere" key="{2f15f9fa-357f-4e54-970e-a4caa0513172}" symbol="1" filter="&quot;urgency&quot; = 3"/>
   </rules>
   <symbols>
    <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" value="" name="name"/>
       <Option name="properties"/>
       <Option type="QString" value="collection" name="type"/>
      </Option>
     </data_defined_properties>
     <layer enabled="1" class="SimpleMarker" pass="0" locked="0">
      <Option type="Map">
       <Option type="QString" value="0" name="angle"/>
       <Option type="QString" value="square" name="cap_style"/>
       <Option type="QString" value="21,101,192,255" name="color"/>
       <Option type="QString" value="1" name="horizontal_anchor_point"/>
       <Option type="QString" value="bevel" name="joinstyle"/>
       <Option type="QString" value="circle" name="name"/>
       <Option type="QString" value="0,0" name="offset"/>
       <Option type="QString" value="3x:0,0,0,0,0,0" name="offset_map_unit_scale"/>
       <Option type="QString" value="MM" name="offset_unit"/>
       <Option type="QString" value="21,101,192,255" name="outline_color"/>
       <Option type="QString" value="solid" name="outline_style"/>
       <Option type="QString" value="0.5" name="outline_width"/>
       <Option type="QString" value="3x:0,0,0,0,0,0" name="outline_width_map_unit_scale"/>
       <Option type="QString" value="MM" name="outline_width_unit"/>
       <Option type="QString" value="diameter" name="scale_method"/>
       <Option type="QString" value="2.4" name="size"/>
       <Option type="QString" value="3x:0,0,0,0,0,0" name="size_map_unit_scale"/>
       <Option type="QString" value="MM" name="size_unit"/>
       <Option type="QString" value="1" name="vertical_anchor_point"/>
      </Option>
      <prop k="angle" v="0"/>
      <prop k="cap_style" v="square"/>
      <prop k="color" v="21,101,192,255"/>
      <prop k="horizontal_anchor_point" v="1"/>
      <prop k="joinstyle" v="bevel"/>
      <prop k="name" v="circle"/>
      <prop k="offset" v="0,0"/>
      <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
      <prop k="offset_unit" v="MM"/>
      <prop k="outline_color" v="21,101,192,255"/>
      <prop k="outline_style" v="solid"/>
      <prop k="outline_width" v="0.5"/>
      <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
      <prop k="outline_width_unit" v="MM"/>
      <prop k="scale_method" v="diameter"/>
      <prop k="size" v="2.4"/>
      <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0"/>
      <prop k="size_unit" v="MM"/>
      <prop k="vertical_anchor_point" v="1"/>
      <data_defined_properties>
       <Option type="Map">
        <Option type="QString" value="" name="name"/>
        <Option name="properties"/>
        <Option type="QString" value="collection" name="type"/>
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" value="" name="name"/>
       <Option name="properties"/>
       <Option type="QString" value="collection" name="type"/>
      </Option>
     </data_defined_properties>
     <layer enabled="1" class="SimpleMarker" pass="0" locked="0">
      <Option type="Map">
       <Option type="QString" value="0" name="angle"/>
       <Option type="QString" value="square" name="cap_style"/>
       <Option type="QString" value="255,255,255,255" name="color"/>
       <Option type="QString" value="1" name="horizontal_anchor_point"/>
       <Option type="QString" value="bevel" name="joinstyle"/>
       <Option type="QString" value="circle" name="name"/>
       <Option type="QString" value="0,0" name="offset"/>
       <Option type="QString" value="3x:0,0,0,0,0,0" name="offset_map_unit_scale"/>
       <Option type="QString" value="MM" name="offset_unit"/>
       <Option type="QString" value="117,117,117,255" name="outline_color"/>
       <Option type="QString" value="solid" name="outline_style"/>
       <Option type="QString" value="0.5" name="outline_width"/>
       <Option type="QString" value="3x:0,0,0,0,0,0" name="outline_width_map_unit_scale"/>
       <Option type="QString" value="MM" name="outline_width_unit"/>
       <Option type="QString" value="diameter" name="scale_method"/>
       <Option type="QString" value="2.4" name="size"/>
       <Option type="QString" value="3x:0,0,0,0,0,0" name="size_map_unit_scale"/>
       <Option type="QString" value="MM" name="size_unit"/>
       <Option type="QString" value="1" name="vertical_anchor_point"/>
      </Option>
      <prop k="angle" v="0"/>
      <prop k="cap_style" v="square"/>
      <prop k="color" v="255,255,255,255"/>
      <prop k="horizontal_anchor_point" v="1"/>
      <prop k="joinstyle" v="bevel"/>
      <prop k="name" v="circle"/>
      <prop k="offset" v="0,0"/>
      <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
      <prop k="offset_unit" v="MM"/>
      <prop k="outline_color" v="117,117,117,255"/>
      <prop k="outline_style" v="solid"/>
      <prop k="outline_width" v="0.5"/>
      <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
      <prop k="outline_width_unit" v="MM"/>
      <prop k="scale_method" v="diameter"/>
      <prop k="size" v="2.4"/>
      <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0"/>
      <prop k="size_unit" v="MM"/>
      <prop k="vertical_anchor_point" v="1"/>
      <data_defined_properties>
       <Option type="Map">
        <Option type="QString" value="" name="name"/>
        <Option name="properties"/>
        <Option type="QString" value="collection" name="type"/>
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
   </symbols>
  </renderer-v2>
  <symbol type="marker" name="centerSymbol" alpha="1" clip_to_extent="1" force_rhr="0">
   <data_defined_properties>
    <Option type="Map">
     <Option type="QString" value="" name="name"/>
     <Option name="properties"/>
     <Option type="QString" value="collection" name="type"/>
    </Option>
   </data_defined_properties>
   <layer enabled="1" class="SimpleMarker" pass="0" locked="0">
    <Option type="Map">
     <Option type="QString" value="0" name="angle"/>
     <Option type="QString" value="square" name="cap_style"/>
     <Option type="QString" value="255,255,255,255" name="color"/>
     <Option type="QString" value="1" name="horizontal_anchor_point"/>
     <Option type="QString" value="bevel" name="joinstyle"/>
     <Option type="QString" value="circle" name="name"/>
     <Option type="QString" value="0,0" name="offset"/>
     <Option type="QString" value="3x:0,0,0,0,0,0" name="offset_map_unit_scale"/>
     <Option type="QString" value="MM" name="offset_unit"/>
     <Option type="QString" value="255,255,255,255" name="outline_color"/>
     <Option type="QString" value="solid" name="outline_style"/>
     <Option type="QString" value="0.2" name="outline_width"/>
     <Option type="QString" value="3x:0,0,0,0,0,0" name="outline_width_map_unit_scale"/>
     <Option type="QString" value="MM" name="outline_width_unit"/>
     <Option type="QString" value="diameter" name="scale_method"/>
     <Option type="QString" value="5.6" name="size"/>
     <Option type="QString" value="3x:0,0,0,0,0,0" name="size_map_unit_scale"/>
     <Option type="QString" value="MM" name="size_unit"/>
     <Option type="QString" value="1" name="vertical_anchor_point"/>
    </Option>
    <prop k="angle" v="0"/>
    <prop k="cap_style" v="square"/>
    <prop k="color" v="255,255,255,255"/>
    <prop k="horizontal_anchor_point" v="1"/>
    <prop k="joinstyle" v="bevel"/>
    <prop k="name" v="circle"/>
    <prop k="offset" v="0,0"/>
    <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
    <prop k="offset_unit" v="MM"/>
    <prop k="outline_color" v="255,255,255,255"/>
    <prop k="outline_style" v="solid"/>
    <prop k="outline_width" v="0.2"/>
    <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
    <prop k="outline_width_unit" v="MM"/>
    <prop k="scale_method" v="diameter"/>
    <prop k="size" v="5.6"/>
    <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0"/>
    <prop k="size_unit" v="MM"/>
    <prop k="vertical_anchor_point" v="1"/>
    <data_defined_properties>
     <Option type="Map">
      <Option type="QString" value="" name="name"/>
      <Option name="properties"/>
      <Option type="QString" value="collection" name="type"/>
     </Option>
    </data_defined_properties>
   </layer>
   <layer enabled="1" class="SimpleMarker" pass="0" locked="0">
    <Option type="Map">
     <Option type="QString" value="0" name="angle"/>
     <Option type="QString" value="square" name="cap_style"/>
     <Option type="QString" value="227,235,243,255" name="color"/>
     <Option type="QString" value="1" name="horizontal_anchor_point"/>
     <Option type="QString" value="bevel" name="joinstyle"/>
     <Option type="QString" value="circle" name="name"/>
     <Option type="QString" value="0,0" name="offset"/>
     <Option type="QString" value="3x:0,0,0,0,0,0" name="offset_map_unit_scale"/>
     <Option type="QString" value="MM" name="offset_unit"/>
     <Option type="QString" value="21,101,192,255" name="outline_color"/>
     <Option type="QString" value="solid" name="outline_style"/>
     <Option type="QString" value="0.5" name="outline_width"/>
     <Option type="QString" value="3x:0,0,0,0,0,0" name="outline_width_map_unit_scale"/>
     <Option type="QString" value="MM" name="outline_width_unit"/>
     <Option type="QString" value="diameter" name="scale_method"/>
     <Option type="QString" value="5" name="size"/>
     <Option type="QString" value="3x:0,0,0,0,0,0" name="size_map_unit_scale"/>
     <Option type="QString" value="MM" name="size_unit"/>
     <Option type="QString" value="1" name="vertical_anchor_point"/>
    </Option>
    <prop k="angle" v="0"/>
    <prop k="cap_style" v="square"/>
    <prop k="color" v="227,235,243,255"/>
    <prop k="horizontal_anchor_point" v="1"/>
    <prop k="joinstyle" v="bevel"/>
    <prop k="name" v="circle"/>
    <prop k="offset" v="0,0"/>
    <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
    <prop k="offset_unit" v="MM"/>
    <prop k="outline_color" v="21,101,192,255"/>
    <prop k="outline_style" v="solid"/>
    <prop k="outline_width" v="0.5"/>
    <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
    <prop k="outline_width_unit" v="MM"/>
    <prop k="scale_method" v="diameter"/>
    <prop k="size" v="5"/>
    <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0"/>
    <prop k="size_unit" v="MM"/>
    <prop k="vertical_anchor_point" v="1"/>
    <data_defined_properties>
     <Option type="Map">
      <Option type="QString" value="" name="name"/>
      <Option name="properties"/>
      <Option type="QString" value="collection" name="type"/>
     </Option>
    </data_defined_properties>
   </layer>
   <layer enabled="1" class="FontMarker" pass="0" locked="0">
    <Option type="Map">
     <Option type="QString" value="0" name="angle"/>
     <Option type="QString" value=" " name="chr"/>
     <Option type="QString" value="13,71,161,255" name="color"/>
     <Option type="QString" value="{font}" name="font"/>
     <Option type="QString" value="Bold" name="font_style"/>
     <Option type="QString" value="1" name="horizontal_anchor_point"/>
     <Option type="QString" value="miter" name="joinstyle"/>
     <Option type="QString" value="0,0" name="offset"/>
     <Option type="QString" value="3x:0,0,0,0,0,0" name="offset_map_unit_scale"/>
     <Option type="QString" value="MM" name="offset_unit"/>
     <Option type="QString" value="255,255,255,255" name="outline_color"/>
     <Option type="QString" value="0" name="outline_width"/>
     <Option type="QString" value="3x:0,0,0,0,0,0" name="outline_width_map_unit_scale"/>
     <Option type="QString" value="MM" name="outline_width_unit"/>
     <Option type="QString" value="2.7" name="size"/>
     <Option type="QString" value="3x:0,0,0,0,0,0" name="size_map_unit_scale"/>
     <Option type="QString" value="MM" name="size_unit"/>
     <Option type="QString" value="1" name="vertical_anchor_point"/>
    </Option>
    <prop k="angle" v="0"/>
    <prop k="chr" v=" "/>
    <prop k="color" v="13,71,161,255"/>
    <prop k="font" v="{font}"/>
    <prop k="font_style" v="Bold"/>
    <prop k="horizontal_anchor_point" v="1"/>
    <prop k="joinstyle" v="miter"/>
    <prop k="offset" v="0,0"/>
    <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
    <prop k="offset_unit" v="MM"/>
    <prop k="outline_color" v="255,255,255,255"/>
    <prop k="outline_width" v="0"/>
    <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
    <prop k="outline_width_unit" v="MM"/>
    <prop k="size" v="2.7"/>
    <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0"/>
    <prop k="size_unit" v="MM"/>
    <prop k="vertical_anchor_point" v="1"/>
    <data_defined_properties>
     <Option type="Map">
      <Option type="QString" value="" name="name"/>
      <Option type="Map" name="properties">
       <Option type="Map" name="char">
        <Option type="bool" value="true" name="active"/>
        <Option type="QString" value="@cluster_size" name="expression"/>
        <Option type="int" value="3" name="type"/>
       </Option>
      </Option>
      <Option type="QString" value="collection" name="type"/>
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
