<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis simplifyLocal="1" version="3.22.16-Białowieża" maxScale="6000" simplifyMaxScale="1" minScale="0" hasScaleBasedVisibilityFlag="1" labelsEnabled="0" simplifyAlgorithm="0" styleCategories="Symbology|Labeling|Rendering" simplifyDrawingHints="1" symbologyReferenceScale="-1" simplifyDrawingTol="1">
 <renderer-v2 tolerance="7" forceraster="0" toleranceUnit="MM" type="pointCluster" toleranceUnitScale="3x:0,0,0,0,0,0" referencescale="-1" enableorderby="0" symbollevels="0">
  <renderer-v2 forceraster="0" type="RuleRenderer" referencescale="-1" enableorderby="0" symbollevels="0">
   <rules key="{34f727d6-d353-4ea5-83cd-ec6f77117176}">
    <rule label="In time" key="{2097ec87-f2d2-476a-b4ac-0e0f96fb898f}" filter="&quot;urgency&quot; = 2" symbol="0"/>
    <rule label="Waiting elsewhere" key="{e5b6da16-9c02-46fc-9b23-dd542b9b1b68}" filter="&quot;urgency&quot; = 3" symbol="1"/>
   </rules>
   <symbols>
    <symbol force_rhr="0" type="marker" name="0" alpha="1" clip_to_extent="1">
     <data_defined_properties>
      <Option type="Map">
       <Option value="" type="QString" name="name"/>
       <Option name="properties"/>
       <Option value="collection" type="QString" name="type"/>
      </Option>
     </data_defined_properties>
     <layer class="SimpleMarker" locked="0" pass="0" enabled="1">
      <Option type="Map">
       <Option value="0" type="QString" name="angle"/>
       <Option value="square" type="QString" name="cap_style"/>
       <Option value="21,101,192,255" type="QString" name="color"/>
       <Option value="1" type="QString" name="horizontal_anchor_point"/>
       <Option value="bevel" type="QString" name="joinstyle"/>
       <Option value="circle" type="QString" name="name"/>
       <Option value="0,0" type="QString" name="offset"/>
       <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
       <Option value="MM" type="QString" name="offset_unit"/>
       <Option value="21,101,192,255" type="QString" name="outline_color"/>
       <Option value="solid" type="QString" name="outline_style"/>
       <Option value="0.5" type="QString" name="outline_width"/>
       <Option value="3x:0,0,0,0,0,0" type="QString" name="outline_width_map_unit_scale"/>
       <Option value="MM" type="QString" name="outline_width_unit"/>
       <Option value="diameter" type="QString" name="scale_method"/>
       <Option value="2.4" type="QString" name="size"/>
       <Option value="3x:0,0,0,0,0,0" type="QString" name="size_map_unit_scale"/>
       <Option value="MM" type="QString" name="size_unit"/>
       <Option value="1" type="QString" name="vertical_anchor_point"/>
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
        <Option value="" type="QString" name="name"/>
        <Option name="properties"/>
        <Option value="collection" type="QString" name="type"/>
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol force_rhr="0" type="marker" name="1" alpha="1" clip_to_extent="1">
     <data_defined_properties>
      <Option type="Map">
       <Option value="" type="QString" name="name"/>
       <Option name="properties"/>
       <Option value="collection" type="QString" name="type"/>
      </Option>
     </data_defined_properties>
     <layer class="SimpleMarker" locked="0" pass="0" enabled="1">
      <Option type="Map">
       <Option value="0" type="QString" name="angle"/>
       <Option value="square" type="QString" name="cap_style"/>
       <Option value="255,255,255,255" type="QString" name="color"/>
       <Option value="1" type="QString" name="horizontal_anchor_point"/>
       <Option value="bevel" type="QString" name="joinstyle"/>
       <Option value="circle" type="QString" name="name"/>
       <Option value="0,0" type="QString" name="offset"/>
       <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
       <Option value="MM" type="QString" name="offset_unit"/>
       <Option value="117,117,117,255" type="QString" name="outline_color"/>
       <Option value="solid" type="QString" name="outline_style"/>
       <Option value="0.5" type="QString" name="outline_width"/>
       <Option value="3x:0,0,0,0,0,0" type="QString" name="outline_width_map_unit_scale"/>
       <Option value="MM" type="QString" name="outline_width_unit"/>
       <Option value="diameter" type="QString" name="scale_method"/>
       <Option value="2.4" type="QString" name="size"/>
       <Option value="3x:0,0,0,0,0,0" type="QString" name="size_map_unit_scale"/>
       <Option value="MM" type="QString" name="size_unit"/>
       <Option value="1" type="QString" name="vertical_anchor_point"/>
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
        <Option value="" type="QString" name="name"/>
        <Option name="properties"/>
        <Option value="collection" type="QString" name="type"/>
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
   </symbols>
  </renderer-v2>
  <symbol force_rhr="0" type="marker" name="centerSymbol" alpha="1" clip_to_extent="1">
   <data_defined_properties>
    <Option type="Map">
     <Option value="" type="QString" name="name"/>
     <Option name="properties"/>
     <Option value="collection" type="QString" name="type"/>
    </Option>
   </data_defined_properties>
   <layer class="SimpleMarker" locked="0" pass="0" enabled="1">
    <Option type="Map">
     <Option value="0" type="QString" name="angle"/>
     <Option value="square" type="QString" name="cap_style"/>
     <Option value="255,255,255,255" type="QString" name="color"/>
     <Option value="1" type="QString" name="horizontal_anchor_point"/>
     <Option value="bevel" type="QString" name="joinstyle"/>
     <Option value="circle" type="QString" name="name"/>
     <Option value="0,0" type="QString" name="offset"/>
     <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
     <Option value="MM" type="QString" name="offset_unit"/>
     <Option value="255,255,255,255" type="QString" name="outline_color"/>
     <Option value="solid" type="QString" name="outline_style"/>
     <Option value="0.2" type="QString" name="outline_width"/>
     <Option value="3x:0,0,0,0,0,0" type="QString" name="outline_width_map_unit_scale"/>
     <Option value="MM" type="QString" name="outline_width_unit"/>
     <Option value="diameter" type="QString" name="scale_method"/>
     <Option value="5.6" type="QString" name="size"/>
     <Option value="3x:0,0,0,0,0,0" type="QString" name="size_map_unit_scale"/>
     <Option value="MM" type="QString" name="size_unit"/>
     <Option value="1" type="QString" name="vertical_anchor_point"/>
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
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
     </Option>
    </data_defined_properties>
   </layer>
   <layer class="SimpleMarker" locked="0" pass="0" enabled="1">
    <Option type="Map">
     <Option value="0" type="QString" name="angle"/>
     <Option value="square" type="QString" name="cap_style"/>
     <Option value="227,235,243,255" type="QString" name="color"/>
     <Option value="1" type="QString" name="horizontal_anchor_point"/>
     <Option value="bevel" type="QString" name="joinstyle"/>
     <Option value="circle" type="QString" name="name"/>
     <Option value="0,0" type="QString" name="offset"/>
     <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
     <Option value="MM" type="QString" name="offset_unit"/>
     <Option value="21,101,192,255" type="QString" name="outline_color"/>
     <Option value="solid" type="QString" name="outline_style"/>
     <Option value="0.5" type="QString" name="outline_width"/>
     <Option value="3x:0,0,0,0,0,0" type="QString" name="outline_width_map_unit_scale"/>
     <Option value="MM" type="QString" name="outline_width_unit"/>
     <Option value="diameter" type="QString" name="scale_method"/>
     <Option value="5" type="QString" name="size"/>
     <Option value="3x:0,0,0,0,0,0" type="QString" name="size_map_unit_scale"/>
     <Option value="MM" type="QString" name="size_unit"/>
     <Option value="1" type="QString" name="vertical_anchor_point"/>
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
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
     </Option>
    </data_defined_properties>
   </layer>
   <layer class="FontMarker" locked="0" pass="0" enabled="1">
    <Option type="Map">
     <Option value="0" type="QString" name="angle"/>
     <Option value="0" type="QString" name="chr"/>
     <Option value="13,71,161,255" type="QString" name="color"/>
     <Option value="{font}" type="QString" name="font"/>
     <Option value="Bold" type="QString" name="font_style"/>
     <Option value="1" type="QString" name="horizontal_anchor_point"/>
     <Option value="miter" type="QString" name="joinstyle"/>
     <Option value="0,0" type="QString" name="offset"/>
     <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
     <Option value="MM" type="QString" name="offset_unit"/>
     <Option value="255,255,255,255" type="QString" name="outline_color"/>
     <Option value="0" type="QString" name="outline_width"/>
     <Option value="3x:0,0,0,0,0,0" type="QString" name="outline_width_map_unit_scale"/>
     <Option value="MM" type="QString" name="outline_width_unit"/>
     <Option value="2.7" type="QString" name="size"/>
     <Option value="3x:0,0,0,0,0,0" type="QString" name="size_map_unit_scale"/>
     <Option value="MM" type="QString" name="size_unit"/>
     <Option value="1" type="QString" name="vertical_anchor_point"/>
    </Option>
    <prop v="0" k="angle"/>
    <prop v="0" k="chr"/>
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
      <Option value="" type="QString" name="name"/>
      <Option type="Map" name="properties">
       <Option type="Map" name="char">
        <Option value="true" type="bool" name="active"/>
        <Option value="@cluster_size" type="QString" name="expression"/>
        <Option value="3" type="int" name="type"/>
       </Option>
      </Option>
      <Option value="collection" type="QString" name="type"/>
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
