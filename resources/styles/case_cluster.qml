<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis styleCategories="Symbology|Labeling|Rendering" symbologyReferenceScale="-1" maxScale="6000" simplifyMaxScale="1" simplifyDrawingHints="1" labelsEnabled="0" hasScaleBasedVisibilityFlag="1" simplifyLocal="1" minScale="0" simplifyAlgorithm="0" version="3.22.16-Białowieża" simplifyDrawingTol="1">
 <renderer-v2 type="pointCluster" toleranceUnitScale="3x:0,0,0,0,0,0" forceraster="0" symbollevels="0" enableorderby="0" referencescale="-1" toleranceUnit="MM" tolerance="7">
  <renderer-v2 type="RuleRenderer" forceraster="0" symbollevels="0" enableorderby="0" referencescale="-1">
   <rules key="{0f32cbf7-5c68-421c-8015-dd2881616cb5}">
    <rule label="In time" key="{660be6ae-3518-4194-9605-b3e15295c5ad}" filter="&quot;urgency&quot; = 2" symbol="0"/>
    <rule label="Waiting elsewhere" key="{6354716e-47ad-4add-becf-68aaecec91a9}" filter="&quot;urgency&quot; = 3" symbol="1"/>
   </rules>
   <symbols>
    <symbol clip_to_extent="1" type="marker" alpha="1" name="0" force_rhr="0">
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" value="" name="name"/>
       <Option name="properties"/>
       <Option type="QString" value="collection" name="type"/>
      </Option>
     </data_defined_properties>
     <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
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
        <Option type="QString" value="" name="name"/>
        <Option name="properties"/>
        <Option type="QString" value="collection" name="type"/>
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol clip_to_extent="1" type="marker" alpha="1" name="1" force_rhr="0">
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" value="" name="name"/>
       <Option name="properties"/>
       <Option type="QString" value="collection" name="type"/>
      </Option>
     </data_defined_properties>
     <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
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
        <Option type="QString" value="" name="name"/>
        <Option name="properties"/>
        <Option type="QString" value="collection" name="type"/>
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
   </symbols>
  </renderer-v2>
  <symbol clip_to_extent="1" type="marker" alpha="1" name="centerSymbol" force_rhr="0">
   <data_defined_properties>
    <Option type="Map">
     <Option type="QString" value="" name="name"/>
     <Option name="properties"/>
     <Option type="QString" value="collection" name="type"/>
    </Option>
   </data_defined_properties>
   <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
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
      <Option type="QString" value="" name="name"/>
      <Option name="properties"/>
      <Option type="QString" value="collection" name="type"/>
     </Option>
    </data_defined_properties>
   </layer>
   <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
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
      <Option type="QString" value="" name="name"/>
      <Option name="properties"/>
      <Option type="QString" value="collection" name="type"/>
     </Option>
    </data_defined_properties>
   </layer>
   <layer class="FontMarker" pass="0" enabled="1" locked="0">
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
