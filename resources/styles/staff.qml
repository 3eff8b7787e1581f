<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis maxScale="0" styleCategories="Symbology|Labeling|Rendering" simplifyLocal="1" simplifyMaxScale="1" simplifyDrawingTol="1" hasScaleBasedVisibilityFlag="0" version="3.22.16-Białowieża" minScale="100000000" simplifyAlgorithm="0" labelsEnabled="0" simplifyDrawingHints="1" symbologyReferenceScale="-1">
 <renderer-v2 type="RuleRenderer" symbollevels="0" referencescale="-1" enableorderby="0" forceraster="0">
  <rules key="{79f09f5e-bae8-4a1b-bc8e-976c44ea91fc}">
   <rule filter="&quot;stale&quot; = 0" scalemaxdenom="9000" key="{c4f2ec74-8e96-4f52-8231-c71529697540}" symbol="0" label="Position known"/>
   <rule filter="&quot;stale&quot; = 1" scalemaxdenom="9000" key="{0ea316c2-45d5-422c-9a26-b778948a8198}" symbol="1" label="Position is old"/>
   <rule filter="TRUE" scalemaxdenom="1500" key="{13d4bd26-57fa-41d2-96ec-13a737418a1f}" symbol="2"/>
  </rules>
  <symbols>
   <symbol type="marker" alpha="1" name="0" clip_to_extent="1" force_rhr="0">
    <data_defined_properties>
     <Option type="Map">
      <Option type="QString" value="" name="name"/>
      <Option name="properties"/>
      <Option type="QString" value="collection" name="type"/>
     </Option>
    </data_defined_properties>
    <layer locked="0" pass="0" class="SvgMarker" enabled="1">
     <Option type="Map">
      <Option type="QString" value="0" name="angle"/>
      <Option type="QString" value="69,90,100,255" name="color"/>
      <Option type="QString" value="0" name="fixedAspectRatio"/>
      <Option type="QString" value="1" name="horizontal_anchor_point"/>
      <Option type="QString" value="{icons}/staff.svg" name="name"/>
      <Option type="QString" value="0,0" name="offset"/>
      <Option type="QString" value="3x:0,0,0,0,0,0" name="offset_map_unit_scale"/>
      <Option type="QString" value="MM" name="offset_unit"/>
      <Option type="QString" value="255,255,255,255" name="outline_color"/>
      <Option type="QString" value="0.25" name="outline_width"/>
      <Option type="QString" value="3x:0,0,0,0,0,0" name="outline_width_map_unit_scale"/>
      <Option type="QString" value="MM" name="outline_width_unit"/>
      <Option name="parameters"/>
      <Option type="QString" value="diameter" name="scale_method"/>
      <Option type="QString" value="4.2" name="size"/>
      <Option type="QString" value="3x:0,0,0,0,0,0" name="size_map_unit_scale"/>
      <Option type="QString" value="MM" name="size_unit"/>
      <Option type="QString" value="1" name="vertical_anchor_point"/>
     </Option>
     <prop k="angle" v="0"/>
     <prop k="color" v="69,90,100,255"/>
     <prop k="fixedAspectRatio" v="0"/>
     <prop k="horizontal_anchor_point" v="1"/>
     <prop k="name" v="{icons}/staff.svg"/>
     <prop k="offset" v="0,0"/>
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="offset_unit" v="MM"/>
     <prop k="outline_color" v="255,255,255,255"/>
     <prop k="outline_width" v="0.25"/>
     <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="outline_width_unit" v="MM"/>
     <prop k="parameters" v=""/>
     <prop k="scale_method" v="diameter"/>
     <prop k="size" v="4.2"/>
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
   <symbol type="marker" alpha="1" name="1" clip_to_extent="1" force_rhr="0">
    <data_defined_properties>
     <Option type="Map">
      <Option type="QString" value="" name="name"/>
      <Option name="properties"/>
      <Option type="QString" value="collection" name="type"/>
     </Option>
    </data_defined_properties>
    <layer locked="0" pass="0" class="SvgMarker" enabled="1">
     <Option type="Map">
      <Option type="QString" value="0" name="angle"/>
      <Option type="QString" value="255,255,255,255" name="color"/>
      <Option type="QString" value="0" name="fixedAspectRatio"/>
      <Option type="QString" value="1" name="horizontal_anchor_point"/>
      <Option type="QString" value="{icons}/staff.svg" name="name"/>
      <Option type="QString" value="0,0" name="offset"/>
      <Option type="QString" value="3x:0,0,0,0,0,0" name="offset_map_unit_scale"/>
      <Option type="QString" value="MM" name="offset_unit"/>
      <Option type="QString" value="120,144,156,255" name="outline_color"/>
      <Option type="QString" value="0.35" name="outline_width"/>
      <Option type="QString" value="3x:0,0,0,0,0,0" name="outline_width_map_unit_scale"/>
      <Option type="QString" value="MM" name="outline_width_unit"/>
      <Option name="parameters"/>
      <Option type="QString" value="diameter" name="scale_method"/>
      <Option type="QString" value="3.8" name="size"/>
      <Option type="QString" value="3x:0,0,0,0,0,0" name="size_map_unit_scale"/>
      <Option type="QString" value="MM" name="size_unit"/>
      <Option type="QString" value="1" name="vertical_anchor_point"/>
     </Option>
     <prop k="angle" v="0"/>
     <prop k="color" v="255,255,255,255"/>
     <prop k="fixedAspectRatio" v="0"/>
     <prop k="horizontal_anchor_point" v="1"/>
     <prop k="name" v="{icons}/staff.svg"/>
     <prop k="offset" v="0,0"/>
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="offset_unit" v="MM"/>
     <prop k="outline_color" v="120,144,156,255"/>
     <prop k="outline_width" v="0.35"/>
     <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="outline_width_unit" v="MM"/>
     <prop k="parameters" v=""/>
     <prop k="scale_method" v="diameter"/>
     <prop k="size" v="3.8"/>
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
   <symbol type="marker" alpha="1" name="2" clip_to_extent="1" force_rhr="0">
    <data_defined_properties>
     <Option type="Map">
      <Option type="QString" value="" name="name"/>
      <Option name="properties"/>
      <Option type="QString" value="collection" name="type"/>
     </Option>
    </data_defined_properties>
    <layer locked="0" pass="0" class="FontMarker" enabled="1">
     <Option type="Map">
      <Option type="QString" value="0" name="angle"/>
      <Option type="QString" value=" " name="chr"/>
      <Option type="QString" value="255,255,255,255" name="color"/>
      <Option type="QString" value="{font}" name="font"/>
      <Option type="QString" value="" name="font_style"/>
      <Option type="QString" value="1" name="horizontal_anchor_point"/>
      <Option type="QString" value="miter" name="joinstyle"/>
      <Option type="QString" value="0,3.60000000000000009" name="offset"/>
      <Option type="QString" value="3x:0,0,0,0,0,0" name="offset_map_unit_scale"/>
      <Option type="QString" value="MM" name="offset_unit"/>
      <Option type="QString" value="255,255,255,255" name="outline_color"/>
      <Option type="QString" value="0.8" name="outline_width"/>
      <Option type="QString" value="3x:0,0,0,0,0,0" name="outline_width_map_unit_scale"/>
      <Option type="QString" value="MM" name="outline_width_unit"/>
      <Option type="QString" value="2.5" name="size"/>
      <Option type="QString" value="3x:0,0,0,0,0,0" name="size_map_unit_scale"/>
      <Option type="QString" value="MM" name="size_unit"/>
      <Option type="QString" value="1" name="vertical_anchor_point"/>
     </Option>
     <prop k="angle" v="0"/>
     <prop k="chr" v=" "/>
     <prop k="color" v="255,255,255,255"/>
     <prop k="font" v="{font}"/>
     <prop k="font_style" v=""/>
     <prop k="horizontal_anchor_point" v="1"/>
     <prop k="joinstyle" v="miter"/>
     <prop k="offset" v="0,3.60000000000000009"/>
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="offset_unit" v="MM"/>
     <prop k="outline_color" v="255,255,255,255"/>
     <prop k="outline_width" v="0.8"/>
     <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="outline_width_unit" v="MM"/>
     <prop k="size" v="2.5"/>
     <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="size_unit" v="MM"/>
     <prop k="vertical_anchor_point" v="1"/>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" value="" name="name"/>
       <Option type="Map" name="properties">
        <Option type="Map" name="char">
         <Option type="bool" value="true" name="active"/>
         <Option type="QString" value="&quot;name&quot;" name="expression"/>
         <Option type="int" value="3" name="type"/>
        </Option>
       </Option>
       <Option type="QString" value="collection" name="type"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer locked="0" pass="0" class="FontMarker" enabled="1">
     <Option type="Map">
      <Option type="QString" value="0" name="angle"/>
      <Option type="QString" value=" " name="chr"/>
      <Option type="QString" value="55,71,79,255" name="color"/>
      <Option type="QString" value="{font}" name="font"/>
      <Option type="QString" value="" name="font_style"/>
      <Option type="QString" value="1" name="horizontal_anchor_point"/>
      <Option type="QString" value="miter" name="joinstyle"/>
      <Option type="QString" value="0,3.60000000000000009" name="offset"/>
      <Option type="QString" value="3x:0,0,0,0,0,0" name="offset_map_unit_scale"/>
      <Option type="QString" value="MM" name="offset_unit"/>
      <Option type="QString" value="255,255,255,255" name="outline_color"/>
      <Option type="QString" value="0" name="outline_width"/>
      <Option type="QString" value="3x:0,0,0,0,0,0" name="outline_width_map_unit_scale"/>
      <Option type="QString" value="MM" name="outline_width_unit"/>
      <Option type="QString" value="2.5" name="size"/>
      <Option type="QString" value="3x:0,0,0,0,0,0" name="size_map_unit_scale"/>
      <Option type="QString" value="MM" name="size_unit"/>
      <Option type="QString" value="1" name="vertical_anchor_point"/>
     </Option>
     <prop k="angle" v="0"/>
     <prop k="chr" v=" "/>
     <prop k="color" v="55,71,79,255"/>
     <prop k="font" v="{font}"/>
     <prop k="font_style" v=""/>
     <prop k="horizontal_anchor_point" v="1"/>
     <prop k="joinstyle" v="miter"/>
     <prop k="offset" v="0,3.60000000000000009"/>
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="offset_unit" v="MM"/>
     <prop k="outline_color" v="255,255,255,255"/>
     <prop k="outline_width" v="0"/>
     <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="outline_width_unit" v="MM"/>
     <prop k="size" v="2.5"/>
     <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="size_unit" v="MM"/>
     <prop k="vertical_anchor_point" v="1"/>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" value="" name="name"/>
       <Option type="Map" name="properties">
        <Option type="Map" name="char">
         <Option type="bool" value="true" name="active"/>
         <Option type="QString" value="&quot;name&quot;" name="expression"/>
         <Option type="int" value="3" name="type"/>
        </Option>
       </Option>
       <Option type="QString" value="collection" name="type"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <layerGeometryType>0</layerGeometryType>
</qgis>
