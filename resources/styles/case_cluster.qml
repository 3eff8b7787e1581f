<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis maxScale="6000" styleCategories="Symbology|Labeling|Rendering" simplifyLocal="1" simplifyMaxScale="1" simplifyDrawingTol="1" hasScaleBasedVisibilityFlag="1" version="3.22.16-Białowieża" minScale="0" simplifyAlgorithm="0" labelsEnabled="0" simplifyDrawingHints="1" symbologyReferenceScale="-1">
 <renderer-v2 type="pointCluster" symbollevels="0" referencescale="-1" tolerance="7" toleranceUnit="MM" enableorderby="0" toleranceUnitScale="3x:0,0,0,0,0,0" forceraster="0">
  <renderer-v2 type="RuleRenderer" symbollevels="0" referencescale="-1" enableorderby="0" forceraster="0">
   <rules key="{e803a8a2-4e86-4cee-a3a7-bd89d4b73bf4}">
    <rule filter="&quot;urgency&quot; = 2" key="{0e84a583-5c47-435d-aad6-1fc32c10c39d}" symbol="0" label="In time"/>
    <rule filter="&quot;urgency&quot; = 3" key="{381b8d4f-f34d-4f0f-bc66-f6fca721fe50}" symbol="1" label="Waiting elsewhere"/>
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
     <layer locked="0" pass="0" class="SimpleMarker" enabled="1">
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
    <symbol type="marker" alpha="1" name="1" clip_to_extent="1" force_rhr="0">
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" value="" name="name"/>
       <Option name="properties"/>
       <Option type="QString" value="collection" name="type"/>
      </Option>
     </data_defined_properties>
     <layer locked="0" pass="0" class="SimpleMarker" enabled="1">
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
  <symbol type="marker" alpha="1" name="centerSymbol" clip_to_extent="1" force_rhr="0">
   <data_defined_properties>
    <Option type="Map">
     <Option type="QString" value="" name="name"/>
     <Option name="properties"/>
     <Option type="QString" value="collection" name="type"/>
    </Option>
   </data_defined_properties>
   <layer locked="0" pass="0" class="SimpleMarker" enabled="1">
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
   <layer locked="0" pass="0" class="SimpleMarker" enabled="1">
    <Option type="Map">
     <Option type="QString" value="0" name="angle"/>
     <Option type="QString" value="square" name="cap_style"/>
     <Option type="QString" value="242,245,248,255" name="color"/>
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
    <prop k="color" v="242,245,248,255"/>
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
      <Option type="Map" name="properties">
       <Option type="Map" name="outlineColor">
        <Option type="bool" value="true" name="active"/>
        <Option type="QString" value="if(coalesce(to_string(@cluster_color),'') LIKE '255,255,255%' OR coalesce(to_string(@cluster_color),'') LIKE '#ffffff%', '#757575', '#1565c0')" name="expression"/>
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
     <Option type="QString" value="38,50,56,255" name="color"/>
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
    <prop k="color" v="38,50,56,255"/>
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
