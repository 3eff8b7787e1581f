<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis simplifyLocal="1" minScale="0" simplifyDrawingHints="1" simplifyDrawingTol="1" hasScaleBasedVisibilityFlag="1" version="3.22.16-Białowieża" maxScale="6000" simplifyMaxScale="1" simplifyAlgorithm="0" styleCategories="Symbology|Labeling|Rendering" labelsEnabled="0" symbologyReferenceScale="-1">
 <renderer-v2 symbollevels="0" toleranceUnit="MM" tolerance="7" forceraster="0" referencescale="-1" enableorderby="0" type="pointCluster" toleranceUnitScale="3x:0,0,0,0,0,0">
  <renderer-v2 symbollevels="0" forceraster="0" referencescale="-1" enableorderby="0" type="RuleRenderer">
   <rules key="{25d1b77b-0288-4ece-abf0-38dbb45d833a}">
    <rule key="{56512bc3-d61b-436a-957e-a43b14c3740f}" symbol="0" filter="&quot;urgency&quot; = 2" label="In time"/>
    <rule key="{01a880ee-ce86-4e4c-a799-fca89bbd90d8}" symbol="1" filter="&quot;urgency&quot; = 3" label="Waiting elsewhere"/>
   </rules>
   <symbols>
    <symbol clip_to_extent="1" alpha="1" name="0" force_rhr="0" type="marker">
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
     <layer locked="0" pass="0" class="SimpleMarker" enabled="1">
      <Option type="Map">
       <Option name="angle" type="QString" value="0"/>
       <Option name="cap_style" type="QString" value="square"/>
       <Option name="color" type="QString" value="21,101,192,255"/>
       <Option name="horizontal_anchor_point" type="QString" value="1"/>
       <Option name="joinstyle" type="QString" value="bevel"/>
       <Option name="name" type="QString" value="circle"/>
       <Option name="offset" type="QString" value="0,0"/>
       <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
       <Option name="offset_unit" type="QString" value="MM"/>
       <Option name="outline_color" type="QString" value="21,101,192,255"/>
       <Option name="outline_style" type="QString" value="solid"/>
       <Option name="outline_width" type="QString" value="0.5"/>
       <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
       <Option name="outline_width_unit" type="QString" value="MM"/>
       <Option name="scale_method" type="QString" value="diameter"/>
       <Option name="size" type="QString" value="2.4"/>
       <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
       <Option name="size_unit" type="QString" value="MM"/>
       <Option name="vertical_anchor_point" type="QString" value="1"/>
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
        <Option name="name" type="QString" value=""/>
        <Option name="properties"/>
        <Option name="type" type="QString" value="collection"/>
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol clip_to_extent="1" alpha="1" name="1" force_rhr="0" type="marker">
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value=""/>
       <Option name="properties"/>
       <Option name="type" type="QString" value="collection"/>
      </Option>
     </data_defined_properties>
     <layer locked="0" pass="0" class="SimpleMarker" enabled="1">
      <Option type="Map">
       <Option name="angle" type="QString" value="0"/>
       <Option name="cap_style" type="QString" value="square"/>
       <Option name="color" type="QString" value="255,255,255,255"/>
       <Option name="horizontal_anchor_point" type="QString" value="1"/>
       <Option name="joinstyle" type="QString" value="bevel"/>
       <Option name="name" type="QString" value="circle"/>
       <Option name="offset" type="QString" value="0,0"/>
       <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
       <Option name="offset_unit" type="QString" value="MM"/>
       <Option name="outline_color" type="QString" value="117,117,117,255"/>
       <Option name="outline_style" type="QString" value="solid"/>
       <Option name="outline_width" type="QString" value="0.5"/>
       <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
       <Option name="outline_width_unit" type="QString" value="MM"/>
       <Option name="scale_method" type="QString" value="diameter"/>
       <Option name="size" type="QString" value="2.4"/>
       <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
       <Option name="size_unit" type="QString" value="MM"/>
       <Option name="vertical_anchor_point" type="QString" value="1"/>
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
        <Option name="name" type="QString" value=""/>
        <Option name="properties"/>
        <Option name="type" type="QString" value="collection"/>
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
   </symbols>
  </renderer-v2>
  <symbol clip_to_extent="1" alpha="1" name="centerSymbol" force_rhr="0" type="marker">
   <data_defined_properties>
    <Option type="Map">
     <Option name="name" type="QString" value=""/>
     <Option name="properties"/>
     <Option name="type" type="QString" value="collection"/>
    </Option>
   </data_defined_properties>
   <layer locked="0" pass="0" class="SimpleMarker" enabled="1">
    <Option type="Map">
     <Option name="angle" type="QString" value="0"/>
     <Option name="cap_style" type="QString" value="square"/>
     <Option name="color" type="QString" value="255,255,255,255"/>
     <Option name="horizontal_anchor_point" type="QString" value="1"/>
     <Option name="joinstyle" type="QString" value="bevel"/>
     <Option name="name" type="QString" value="circle"/>
     <Option name="offset" type="QString" value="0,0"/>
     <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
     <Option name="offset_unit" type="QString" value="MM"/>
     <Option name="outline_color" type="QString" value="255,255,255,255"/>
     <Option name="outline_style" type="QString" value="solid"/>
     <Option name="outline_width" type="QString" value="0.2"/>
     <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
     <Option name="outline_width_unit" type="QString" value="MM"/>
     <Option name="scale_method" type="QString" value="diameter"/>
     <Option name="size" type="QString" value="5.6"/>
     <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
     <Option name="size_unit" type="QString" value="MM"/>
     <Option name="vertical_anchor_point" type="QString" value="1"/>
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
      <Option name="name" type="QString" value=""/>
      <Option name="properties"/>
      <Option name="type" type="QString" value="collection"/>
     </Option>
    </data_defined_properties>
   </layer>
   <layer locked="0" pass="0" class="SimpleMarker" enabled="1">
    <Option type="Map">
     <Option name="angle" type="QString" value="0"/>
     <Option name="cap_style" type="QString" value="square"/>
     <Option name="color" type="QString" value="242,245,248,255"/>
     <Option name="horizontal_anchor_point" type="QString" value="1"/>
     <Option name="joinstyle" type="QString" value="bevel"/>
     <Option name="name" type="QString" value="circle"/>
     <Option name="offset" type="QString" value="0,0"/>
     <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
     <Option name="offset_unit" type="QString" value="MM"/>
     <Option name="outline_color" type="QString" value="21,101,192,255"/>
     <Option name="outline_style" type="QString" value="solid"/>
     <Option name="outline_width" type="QString" value="0.5"/>
     <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
     <Option name="outline_width_unit" type="QString" value="MM"/>
     <Option name="scale_method" type="QString" value="diameter"/>
     <Option name="size" type="QString" value="5"/>
     <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
     <Option name="size_unit" type="QString" value="MM"/>
     <Option name="vertical_anchor_point" type="QString" value="1"/>
    </Option>
    <prop v="0" k="angle"/>
    <prop v="square" k="cap_style"/>
    <prop v="242,245,248,255" k="color"/>
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
      <Option name="name" type="QString" value=""/>
      <Option name="properties" type="Map">
       <Option name="outlineColor" type="Map">
        <Option name="active" type="bool" value="true"/>
        <Option name="expression" type="QString" value="if(coalesce(to_string(@cluster_color),'') LIKE '255,255,255%' OR coalesce(to_string(@cluster_color),'') LIKE '#ffffff%', '#757575', '#1565c0')"/>
        <Option name="type" type="int" value="3"/>
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection"/>
     </Option>
    </data_defined_properties>
   </layer>
   <layer locked="0" pass="0" class="FontMarker" enabled="1">
    <Option type="Map">
     <Option name="angle" type="QString" value="0"/>
     <Option name="chr" type="QString" value=" "/>
     <Option name="color" type="QString" value="38,50,56,255"/>
     <Option name="font" type="QString" value="{font}"/>
     <Option name="font_style" type="QString" value="Bold"/>
     <Option name="horizontal_anchor_point" type="QString" value="1"/>
     <Option name="joinstyle" type="QString" value="miter"/>
     <Option name="offset" type="QString" value="0,0"/>
     <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
     <Option name="offset_unit" type="QString" value="MM"/>
     <Option name="outline_color" type="QString" value="255,255,255,255"/>
     <Option name="outline_width" type="QString" value="0"/>
     <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
     <Option name="outline_width_unit" type="QString" value="MM"/>
     <Option name="size" type="QString" value="2.7"/>
     <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"/>
     <Option name="size_unit" type="QString" value="MM"/>
     <Option name="vertical_anchor_point" type="QString" value="1"/>
    </Option>
    <prop v="0" k="angle"/>
    <prop v=" " k="chr"/>
    <prop v="38,50,56,255" k="color"/>
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
      <Option name="name" type="QString" value=""/>
      <Option name="properties" type="Map">
       <Option name="char" type="Map">
        <Option name="active" type="bool" value="true"/>
        <Option name="expression" type="QString" value="@cluster_size"/>
        <Option name="type" type="int" value="3"/>
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection"/>
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
