<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis simplifyLocal="1" version="3.22.16-Białowieża" maxScale="0" simplifyMaxScale="1" minScale="4000" hasScaleBasedVisibilityFlag="1" labelsEnabled="0" simplifyAlgorithm="0" styleCategories="Symbology|Labeling|Rendering" simplifyDrawingHints="1" symbologyReferenceScale="-1" simplifyDrawingTol="1">
 <renderer-v2 forceraster="0" type="RuleRenderer" referencescale="-1" enableorderby="0" symbollevels="0">
  <rules key="{f85975b4-ce47-4120-8477-3bade7389d22}">
   <rule label="Fire-lane magnetometer" key="{197b150b-decc-4253-9662-32674d6dcfde}" filter="&quot;kind&quot; = 'fire_lane_magnetometer'" symbol="0"/>
   <rule label="Smoke detector" key="{f6a4e0af-5fbc-4b64-a96c-7fd21c5c6fe6}" filter="&quot;kind&quot; = 'smoke'" symbol="1"/>
   <rule label="Water-level gauge" key="{c21634ab-bbb1-4946-879c-96cd2a529eb3}" filter="&quot;kind&quot; = 'water_level'" symbol="2"/>
   <rule label="Manhole-cover tilt" key="{bdc7e0ff-2057-474d-a948-a3d6c047f394}" filter="&quot;kind&quot; = 'manhole_tilt'" symbol="3"/>
   <rule label="E-bike charging monitor" key="{38c74174-9c1e-42fc-bff4-deb9a9fb7656}" filter="&quot;kind&quot; = 'ebike_charging'" symbol="4"/>
   <rule label="Door contact" key="{0a9a71f5-e112-44d0-9974-ad5914e17955}" filter="&quot;kind&quot; = 'door'" symbol="5"/>
   <rule label="Combustible-gas detector" key="{9153de98-f8f0-4e74-accd-2db2512459a5}" filter="&quot;kind&quot; = 'combustible_gas'" symbol="6"/>
   <rule label="Hydrant pressure gauge" key="{90079466-ba57-45cc-8ba5-d4e5098482ca}" filter="&quot;kind&quot; = 'hydrant_pressure'" symbol="7"/>
   <rule label="Street-lamp current" key="{6f3649a1-d85c-47f7-b41d-506088a56e01}" filter="&quot;kind&quot; = 'street_lamp_current'" symbol="8"/>
   <rule label="Bin fill gauge" key="{dc9826d3-7e51-41bc-b0ac-76f5e3475ac4}" filter="&quot;kind&quot; = 'bin_fill'" symbol="9"/>
   <rule label="Noise meter" key="{2a6127fe-f30e-43ed-8d09-92726bf73905}" filter="&quot;kind&quot; = 'noise'" symbol="10"/>
   <rule label="Road-flood gauge" key="{60580570-f36e-4ccb-aa99-4b50399adaf0}" filter="&quot;kind&quot; = 'road_flood'" symbol="11"/>
   <rule label="Other sensor" key="{2e4528d7-d475-4b9b-923a-62f3bb8b2931}" filter="ELSE" symbol="12"/>
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
    <layer class="SvgMarker" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option value="0" type="QString" name="angle"/>
      <Option value="69,90,100,255" type="QString" name="color"/>
      <Option value="0" type="QString" name="fixedAspectRatio"/>
      <Option value="1" type="QString" name="horizontal_anchor_point"/>
      <Option value="{icons}/sensor_fire_lane_magnetometer.svg" type="QString" name="name"/>
      <Option value="0,0" type="QString" name="offset"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
      <Option value="MM" type="QString" name="offset_unit"/>
      <Option value="35,35,35,255" type="QString" name="outline_color"/>
      <Option value="0.2" type="QString" name="outline_width"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="outline_width_map_unit_scale"/>
      <Option value="MM" type="QString" name="outline_width_unit"/>
      <Option name="parameters"/>
      <Option value="diameter" type="QString" name="scale_method"/>
      <Option value="4.4" type="QString" name="size"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="size_map_unit_scale"/>
      <Option value="MM" type="QString" name="size_unit"/>
      <Option value="1" type="QString" name="vertical_anchor_point"/>
     </Option>
     <prop v="0" k="angle"/>
     <prop v="69,90,100,255" k="color"/>
     <prop v="0" k="fixedAspectRatio"/>
     <prop v="1" k="horizontal_anchor_point"/>
     <prop v="{icons}/sensor_fire_lane_magnetometer.svg" k="name"/>
     <prop v="0,0" k="offset"/>
     <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
     <prop v="MM" k="offset_unit"/>
     <prop v="35,35,35,255" k="outline_color"/>
     <prop v="0.2" k="outline_width"/>
     <prop v="3x:0,0,0,0,0,0" k="outline_width_map_unit_scale"/>
     <prop v="MM" k="outline_width_unit"/>
     <prop v="" k="parameters"/>
     <prop v="diameter" k="scale_method"/>
     <prop v="4.4" k="size"/>
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
    <layer class="SvgMarker" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option value="0" type="QString" name="angle"/>
      <Option value="69,90,100,255" type="QString" name="color"/>
      <Option value="0" type="QString" name="fixedAspectRatio"/>
      <Option value="1" type="QString" name="horizontal_anchor_point"/>
      <Option value="{icons}/sensor_smoke.svg" type="QString" name="name"/>
      <Option value="0,0" type="QString" name="offset"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
      <Option value="MM" type="QString" name="offset_unit"/>
      <Option value="35,35,35,255" type="QString" name="outline_color"/>
      <Option value="0.2" type="QString" name="outline_width"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="outline_width_map_unit_scale"/>
      <Option value="MM" type="QString" name="outline_width_unit"/>
      <Option name="parameters"/>
      <Option value="diameter" type="QString" name="scale_method"/>
      <Option value="4.4" type="QString" name="size"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="size_map_unit_scale"/>
      <Option value="MM" type="QString" name="size_unit"/>
      <Option value="1" type="QString" name="vertical_anchor_point"/>
     </Option>
     <prop v="0" k="angle"/>
     <prop v="69,90,100,255" k="color"/>
     <prop v="0" k="fixedAspectRatio"/>
     <prop v="1" k="horizontal_anchor_point"/>
     <prop v="{icons}/sensor_smoke.svg" k="name"/>
     <prop v="0,0" k="offset"/>
     <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
     <prop v="MM" k="offset_unit"/>
     <prop v="35,35,35,255" k="outline_color"/>
     <prop v="0.2" k="outline_width"/>
     <prop v="3x:0,0,0,0,0,0" k="outline_width_map_unit_scale"/>
     <prop v="MM" k="outline_width_unit"/>
     <prop v="" k="parameters"/>
     <prop v="diameter" k="scale_method"/>
     <prop v="4.4" k="size"/>
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
   <symbol force_rhr="0" type="marker" name="10" alpha="1" clip_to_extent="1">
    <data_defined_properties>
     <Option type="Map">
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
     </Option>
    </data_defined_properties>
    <layer class="SvgMarker" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option value="0" type="QString" name="angle"/>
      <Option value="69,90,100,255" type="QString" name="color"/>
      <Option value="0" type="QString" name="fixedAspectRatio"/>
      <Option value="1" type="QString" name="horizontal_anchor_point"/>
      <Option value="{icons}/sensor_noise.svg" type="QString" name="name"/>
      <Option value="0,0" type="QString" name="offset"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
      <Option value="MM" type="QString" name="offset_unit"/>
      <Option value="35,35,35,255" type="QString" name="outline_color"/>
      <Option value="0.2" type="QString" name="outline_width"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="outline_width_map_unit_scale"/>
      <Option value="MM" type="QString" name="outline_width_unit"/>
      <Option name="parameters"/>
      <Option value="diameter" type="QString" name="scale_method"/>
      <Option value="4.4" type="QString" name="size"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="size_map_unit_scale"/>
      <Option value="MM" type="QString" name="size_unit"/>
      <Option value="1" type="QString" name="vertical_anchor_point"/>
     </Option>
     <prop v="0" k="angle"/>
     <prop v="69,90,100,255" k="color"/>
     <prop v="0" k="fixedAspectRatio"/>
     <prop v="1" k="horizontal_anchor_point"/>
     <prop v="{icons}/sensor_noise.svg" k="name"/>
     <prop v="0,0" k="offset"/>
     <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
     <prop v="MM" k="offset_unit"/>
     <prop v="35,35,35,255" k="outline_color"/>
     <prop v="0.2" k="outline_width"/>
     <prop v="3x:0,0,0,0,0,0" k="outline_width_map_unit_scale"/>
     <prop v="MM" k="outline_width_unit"/>
     <prop v="" k="parameters"/>
     <prop v="diameter" k="scale_method"/>
     <prop v="4.4" k="size"/>
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
   <symbol force_rhr="0" type="marker" name="11" alpha="1" clip_to_extent="1">
    <data_defined_properties>
     <Option type="Map">
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
     </Option>
    </data_defined_properties>
    <layer class="SvgMarker" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option value="0" type="QString" name="angle"/>
      <Option value="69,90,100,255" type="QString" name="color"/>
      <Option value="0" type="QString" name="fixedAspectRatio"/>
      <Option value="1" type="QString" name="horizontal_anchor_point"/>
      <Option value="{icons}/sensor_road_flood.svg" type="QString" name="name"/>
      <Option value="0,0" type="QString" name="offset"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
      <Option value="MM" type="QString" name="offset_unit"/>
      <Option value="35,35,35,255" type="QString" name="outline_color"/>
      <Option value="0.2" type="QString" name="outline_width"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="outline_width_map_unit_scale"/>
      <Option value="MM" type="QString" name="outline_width_unit"/>
      <Option name="parameters"/>
      <Option value="diameter" type="QString" name="scale_method"/>
      <Option value="4.4" type="QString" name="size"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="size_map_unit_scale"/>
      <Option value="MM" type="QString" name="size_unit"/>
      <Option value="1" type="QString" name="vertical_anchor_point"/>
     </Option>
     <prop v="0" k="angle"/>
     <prop v="69,90,100,255" k="color"/>
     <prop v="0" k="fixedAspectRatio"/>
     <prop v="1" k="horizontal_anchor_point"/>
     <prop v="{icons}/sensor_road_flood.svg" k="name"/>
     <prop v="0,0" k="offset"/>
     <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
     <prop v="MM" k="offset_unit"/>
     <prop v="35,35,35,255" k="outline_color"/>
     <prop v="0.2" k="outline_width"/>
     <prop v="3x:0,0,0,0,0,0" k="outline_width_map_unit_scale"/>
     <prop v="MM" k="outline_width_unit"/>
     <prop v="" k="parameters"/>
     <prop v="diameter" k="scale_method"/>
     <prop v="4.4" k="size"/>
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
   <symbol force_rhr="0" type="marker" name="12" alpha="1" clip_to_extent="1">
    <data_defined_properties>
     <Option type="Map">
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
     </Option>
    </data_defined_properties>
    <layer class="SvgMarker" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option value="0" type="QString" name="angle"/>
      <Option value="69,90,100,255" type="QString" name="color"/>
      <Option value="0" type="QString" name="fixedAspectRatio"/>
      <Option value="1" type="QString" name="horizontal_anchor_point"/>
      <Option value="{icons}/sensor_other.svg" type="QString" name="name"/>
      <Option value="0,0" type="QString" name="offset"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
      <Option value="MM" type="QString" name="offset_unit"/>
      <Option value="35,35,35,255" type="QString" name="outline_color"/>
      <Option value="0.2" type="QString" name="outline_width"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="outline_width_map_unit_scale"/>
      <Option value="MM" type="QString" name="outline_width_unit"/>
      <Option name="parameters"/>
      <Option value="diameter" type="QString" name="scale_method"/>
      <Option value="4" type="QString" name="size"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="size_map_unit_scale"/>
      <Option value="MM" type="QString" name="size_unit"/>
      <Option value="1" type="QString" name="vertical_anchor_point"/>
     </Option>
     <prop v="0" k="angle"/>
     <prop v="69,90,100,255" k="color"/>
     <prop v="0" k="fixedAspectRatio"/>
     <prop v="1" k="horizontal_anchor_point"/>
     <prop v="{icons}/sensor_other.svg" k="name"/>
     <prop v="0,0" k="offset"/>
     <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
     <prop v="MM" k="offset_unit"/>
     <prop v="35,35,35,255" k="outline_color"/>
     <prop v="0.2" k="outline_width"/>
     <prop v="3x:0,0,0,0,0,0" k="outline_width_map_unit_scale"/>
     <prop v="MM" k="outline_width_unit"/>
     <prop v="" k="parameters"/>
     <prop v="diameter" k="scale_method"/>
     <prop v="4" k="size"/>
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
   <symbol force_rhr="0" type="marker" name="2" alpha="1" clip_to_extent="1">
    <data_defined_properties>
     <Option type="Map">
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
     </Option>
    </data_defined_properties>
    <layer class="SvgMarker" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option value="0" type="QString" name="angle"/>
      <Option value="69,90,100,255" type="QString" name="color"/>
      <Option value="0" type="QString" name="fixedAspectRatio"/>
      <Option value="1" type="QString" name="horizontal_anchor_point"/>
      <Option value="{icons}/sensor_water_level.svg" type="QString" name="name"/>
      <Option value="0,0" type="QString" name="offset"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
      <Option value="MM" type="QString" name="offset_unit"/>
      <Option value="35,35,35,255" type="QString" name="outline_color"/>
      <Option value="0.2" type="QString" name="outline_width"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="outline_width_map_unit_scale"/>
      <Option value="MM" type="QString" name="outline_width_unit"/>
      <Option name="parameters"/>
      <Option value="diameter" type="QString" name="scale_method"/>
      <Option value="4.4" type="QString" name="size"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="size_map_unit_scale"/>
      <Option value="MM" type="QString" name="size_unit"/>
      <Option value="1" type="QString" name="vertical_anchor_point"/>
     </Option>
     <prop v="0" k="angle"/>
     <prop v="69,90,100,255" k="color"/>
     <prop v="0" k="fixedAspectRatio"/>
     <prop v="1" k="horizontal_anchor_point"/>
     <prop v="{icons}/sensor_water_level.svg" k="name"/>
     <prop v="0,0" k="offset"/>
     <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
     <prop v="MM" k="offset_unit"/>
     <prop v="35,35,35,255" k="outline_color"/>
     <prop v="0.2" k="outline_width"/>
     <prop v="3x:0,0,0,0,0,0" k="outline_width_map_unit_scale"/>
     <prop v="MM" k="outline_width_unit"/>
     <prop v="" k="parameters"/>
     <prop v="diameter" k="scale_method"/>
     <prop v="4.4" k="size"/>
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
   <symbol force_rhr="0" type="marker" name="3" alpha="1" clip_to_extent="1">
    <data_defined_properties>
     <Option type="Map">
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
     </Option>
    </data_defined_properties>
    <layer class="SvgMarker" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option value="0" type="QString" name="angle"/>
      <Option value="69,90,100,255" type="QString" name="color"/>
      <Option value="0" type="QString" name="fixedAspectRatio"/>
      <Option value="1" type="QString" name="horizontal_anchor_point"/>
      <Option value="{icons}/sensor_manhole_tilt.svg" type="QString" name="name"/>
      <Option value="0,0" type="QString" name="offset"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
      <Option value="MM" type="QString" name="offset_unit"/>
      <Option value="35,35,35,255" type="QString" name="outline_color"/>
      <Option value="0.2" type="QString" name="outline_width"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="outline_width_map_unit_scale"/>
      <Option value="MM" type="QString" name="outline_width_unit"/>
      <Option name="parameters"/>
      <Option value="diameter" type="QString" name="scale_method"/>
      <Option value="4.4" type="QString" name="size"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="size_map_unit_scale"/>
      <Option value="MM" type="QString" name="size_unit"/>
      <Option value="1" type="QString" name="vertical_anchor_point"/>
     </Option>
     <prop v="0" k="angle"/>
     <prop v="69,90,100,255" k="color"/>
     <prop v="0" k="fixedAspectRatio"/>
     <prop v="1" k="horizontal_anchor_point"/>
     <prop v="{icons}/sensor_manhole_tilt.svg" k="name"/>
     <prop v="0,0" k="offset"/>
     <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
     <prop v="MM" k="offset_unit"/>
     <prop v="35,35,35,255" k="outline_color"/>
     <prop v="0.2" k="outline_width"/>
     <prop v="3x:0,0,0,0,0,0" k="outline_width_map_unit_scale"/>
     <prop v="MM" k="outline_width_unit"/>
     <prop v="" k="parameters"/>
     <prop v="diameter" k="scale_method"/>
     <prop v="4.4" k="size"/>
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
   <symbol force_rhr="0" type="marker" name="4" alpha="1" clip_to_extent="1">
    <data_defined_properties>
     <Option type="Map">
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
     </Option>
    </data_defined_properties>
    <layer class="SvgMarker" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option value="0" type="QString" name="angle"/>
      <Option value="69,90,100,255" type="QString" name="color"/>
      <Option value="0" type="QString" name="fixedAspectRatio"/>
      <Option value="1" type="QString" name="horizontal_anchor_point"/>
      <Option value="{icons}/sensor_ebike_charging.svg" type="QString" name="name"/>
      <Option value="0,0" type="QString" name="offset"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
      <Option value="MM" type="QString" name="offset_unit"/>
      <Option value="35,35,35,255" type="QString" name="outline_color"/>
      <Option value="0.2" type="QString" name="outline_width"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="outline_width_map_unit_scale"/>
      <Option value="MM" type="QString" name="outline_width_unit"/>
      <Option name="parameters"/>
      <Option value="diameter" type="QString" name="scale_method"/>
      <Option value="4.4" type="QString" name="size"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="size_map_unit_scale"/>
      <Option value="MM" type="QString" name="size_unit"/>
      <Option value="1" type="QString" name="vertical_anchor_point"/>
     </Option>
     <prop v="0" k="angle"/>
     <prop v="69,90,100,255" k="color"/>
     <prop v="0" k="fixedAspectRatio"/>
     <prop v="1" k="horizontal_anchor_point"/>
     <prop v="{icons}/sensor_ebike_charging.svg" k="name"/>
     <prop v="0,0" k="offset"/>
     <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
     <prop v="MM" k="offset_unit"/>
     <prop v="35,35,35,255" k="outline_color"/>
     <prop v="0.2" k="outline_width"/>
     <prop v="3x:0,0,0,0,0,0" k="outline_width_map_unit_scale"/>
     <prop v="MM" k="outline_width_unit"/>
     <prop v="" k="parameters"/>
     <prop v="diameter" k="scale_method"/>
     <prop v="4.4" k="size"/>
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
   <symbol force_rhr="0" type="marker" name="5" alpha="1" clip_to_extent="1">
    <data_defined_properties>
     <Option type="Map">
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
     </Option>
    </data_defined_properties>
    <layer class="SvgMarker" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option value="0" type="QString" name="angle"/>
      <Option value="69,90,100,255" type="QString" name="color"/>
      <Option value="0" type="QString" name="fixedAspectRatio"/>
      <Option value="1" type="QString" name="horizontal_anchor_point"/>
      <Option value="{icons}/sensor_door.svg" type="QString" name="name"/>
      <Option value="0,0" type="QString" name="offset"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
      <Option value="MM" type="QString" name="offset_unit"/>
      <Option value="35,35,35,255" type="QString" name="outline_color"/>
      <Option value="0.2" type="QString" name="outline_width"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="outline_width_map_unit_scale"/>
      <Option value="MM" type="QString" name="outline_width_unit"/>
      <Option name="parameters"/>
      <Option value="diameter" type="QString" name="scale_method"/>
      <Option value="4.4" type="QString" name="size"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="size_map_unit_scale"/>
      <Option value="MM" type="QString" name="size_unit"/>
      <Option value="1" type="QString" name="vertical_anchor_point"/>
     </Option>
     <prop v="0" k="angle"/>
     <prop v="69,90,100,255" k="color"/>
     <prop v="0" k="fixedAspectRatio"/>
     <prop v="1" k="horizontal_anchor_point"/>
     <prop v="{icons}/sensor_door.svg" k="name"/>
     <prop v="0,0" k="offset"/>
     <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
     <prop v="MM" k="offset_unit"/>
     <prop v="35,35,35,255" k="outline_color"/>
     <prop v="0.2" k="outline_width"/>
     <prop v="3x:0,0,0,0,0,0" k="outline_width_map_unit_scale"/>
     <prop v="MM" k="outline_width_unit"/>
     <prop v="" k="parameters"/>
     <prop v="diameter" k="scale_method"/>
     <prop v="4.4" k="size"/>
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
   <symbol force_rhr="0" type="marker" name="6" alpha="1" clip_to_extent="1">
    <data_defined_properties>
     <Option type="Map">
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
     </Option>
    </data_defined_properties>
    <layer class="SvgMarker" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option value="0" type="QString" name="angle"/>
      <Option value="69,90,100,255" type="QString" name="color"/>
      <Option value="0" type="QString" name="fixedAspectRatio"/>
      <Option value="1" type="QString" name="horizontal_anchor_point"/>
      <Option value="{icons}/sensor_combustible_gas.svg" type="QString" name="name"/>
      <Option value="0,0" type="QString" name="offset"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
      <Option value="MM" type="QString" name="offset_unit"/>
      <Option value="35,35,35,255" type="QString" name="outline_color"/>
      <Option value="0.2" type="QString" name="outline_width"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="outline_width_map_unit_scale"/>
      <Option value="MM" type="QString" name="outline_width_unit"/>
      <Option name="parameters"/>
      <Option value="diameter" type="QString" name="scale_method"/>
      <Option value="4.4" type="QString" name="size"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="size_map_unit_scale"/>
      <Option value="MM" type="QString" name="size_unit"/>
      <Option value="1" type="QString" name="vertical_anchor_point"/>
     </Option>
     <prop v="0" k="angle"/>
     <prop v="69,90,100,255" k="color"/>
     <prop v="0" k="fixedAspectRatio"/>
     <prop v="1" k="horizontal_anchor_point"/>
     <prop v="{icons}/sensor_combustible_gas.svg" k="name"/>
     <prop v="0,0" k="offset"/>
     <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
     <prop v="MM" k="offset_unit"/>
     <prop v="35,35,35,255" k="outline_color"/>
     <prop v="0.2" k="outline_width"/>
     <prop v="3x:0,0,0,0,0,0" k="outline_width_map_unit_scale"/>
     <prop v="MM" k="outline_width_unit"/>
     <prop v="" k="parameters"/>
     <prop v="diameter" k="scale_method"/>
     <prop v="4.4" k="size"/>
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
   <symbol force_rhr="0" type="marker" name="7" alpha="1" clip_to_extent="1">
    <data_defined_properties>
     <Option type="Map">
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
     </Option>
    </data_defined_properties>
    <layer class="SvgMarker" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option value="0" type="QString" name="angle"/>
      <Option value="69,90,100,255" type="QString" name="color"/>
      <Option value="0" type="QString" name="fixedAspectRatio"/>
      <Option value="1" type="QString" name="horizontal_anchor_point"/>
      <Option value="{icons}/sensor_hydrant_pressure.svg" type="QString" name="name"/>
      <Option value="0,0" type="QString" name="offset"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
      <Option value="MM" type="QString" name="offset_unit"/>
      <Option value="35,35,35,255" type="QString" name="outline_color"/>
      <Option value="0.2" type="QString" name="outline_width"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="outline_width_map_unit_scale"/>
      <Option value="MM" type="QString" name="outline_width_unit"/>
      <Option name="parameters"/>
      <Option value="diameter" type="QString" name="scale_method"/>
      <Option value="4.4" type="QString" name="size"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="size_map_unit_scale"/>
      <Option value="MM" type="QString" name="size_unit"/>
      <Option value="1" type="QString" name="vertical_anchor_point"/>
     </Option>
     <prop v="0" k="angle"/>
     <prop v="69,90,100,255" k="color"/>
     <prop v="0" k="fixedAspectRatio"/>
     <prop v="1" k="horizontal_anchor_point"/>
     <prop v="{icons}/sensor_hydrant_pressure.svg" k="name"/>
     <prop v="0,0" k="offset"/>
     <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
     <prop v="MM" k="offset_unit"/>
     <prop v="35,35,35,255" k="outline_color"/>
     <prop v="0.2" k="outline_width"/>
     <prop v="3x:0,0,0,0,0,0" k="outline_width_map_unit_scale"/>
     <prop v="MM" k="outline_width_unit"/>
     <prop v="" k="parameters"/>
     <prop v="diameter" k="scale_method"/>
     <prop v="4.4" k="size"/>
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
   <symbol force_rhr="0" type="marker" name="8" alpha="1" clip_to_extent="1">
    <data_defined_properties>
     <Option type="Map">
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
     </Option>
    </data_defined_properties>
    <layer class="SvgMarker" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option value="0" type="QString" name="angle"/>
      <Option value="69,90,100,255" type="QString" name="color"/>
      <Option value="0" type="QString" name="fixedAspectRatio"/>
      <Option value="1" type="QString" name="horizontal_anchor_point"/>
      <Option value="{icons}/sensor_street_lamp_current.svg" type="QString" name="name"/>
      <Option value="0,0" type="QString" name="offset"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
      <Option value="MM" type="QString" name="offset_unit"/>
      <Option value="35,35,35,255" type="QString" name="outline_color"/>
      <Option value="0.2" type="QString" name="outline_width"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="outline_width_map_unit_scale"/>
      <Option value="MM" type="QString" name="outline_width_unit"/>
      <Option name="parameters"/>
      <Option value="diameter" type="QString" name="scale_method"/>
      <Option value="4.4" type="QString" name="size"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="size_map_unit_scale"/>
      <Option value="MM" type="QString" name="size_unit"/>
      <Option value="1" type="QString" name="vertical_anchor_point"/>
     </Option>
     <prop v="0" k="angle"/>
     <prop v="69,90,100,255" k="color"/>
     <prop v="0" k="fixedAspectRatio"/>
     <prop v="1" k="horizontal_anchor_point"/>
     <prop v="{icons}/sensor_street_lamp_current.svg" k="name"/>
     <prop v="0,0" k="offset"/>
     <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
     <prop v="MM" k="offset_unit"/>
     <prop v="35,35,35,255" k="outline_color"/>
     <prop v="0.2" k="outline_width"/>
     <prop v="3x:0,0,0,0,0,0" k="outline_width_map_unit_scale"/>
     <prop v="MM" k="outline_width_unit"/>
     <prop v="" k="parameters"/>
     <prop v="diameter" k="scale_method"/>
     <prop v="4.4" k="size"/>
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
   <symbol force_rhr="0" type="marker" name="9" alpha="1" clip_to_extent="1">
    <data_defined_properties>
     <Option type="Map">
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
     </Option>
    </data_defined_properties>
    <layer class="SvgMarker" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option value="0" type="QString" name="angle"/>
      <Option value="69,90,100,255" type="QString" name="color"/>
      <Option value="0" type="QString" name="fixedAspectRatio"/>
      <Option value="1" type="QString" name="horizontal_anchor_point"/>
      <Option value="{icons}/sensor_bin_fill.svg" type="QString" name="name"/>
      <Option value="0,0" type="QString" name="offset"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
      <Option value="MM" type="QString" name="offset_unit"/>
      <Option value="35,35,35,255" type="QString" name="outline_color"/>
      <Option value="0.2" type="QString" name="outline_width"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="outline_width_map_unit_scale"/>
      <Option value="MM" type="QString" name="outline_width_unit"/>
      <Option name="parameters"/>
      <Option value="diameter" type="QString" name="scale_method"/>
      <Option value="4.4" type="QString" name="size"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="size_map_unit_scale"/>
      <Option value="MM" type="QString" name="size_unit"/>
      <Option value="1" type="QString" name="vertical_anchor_point"/>
     </Option>
     <prop v="0" k="angle"/>
     <prop v="69,90,100,255" k="color"/>
     <prop v="0" k="fixedAspectRatio"/>
     <prop v="1" k="horizontal_anchor_point"/>
     <prop v="{icons}/sensor_bin_fill.svg" k="name"/>
     <prop v="0,0" k="offset"/>
     <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
     <prop v="MM" k="offset_unit"/>
     <prop v="35,35,35,255" k="outline_color"/>
     <prop v="0.2" k="outline_width"/>
     <prop v="3x:0,0,0,0,0,0" k="outline_width_map_unit_scale"/>
     <prop v="MM" k="outline_width_unit"/>
     <prop v="" k="parameters"/>
     <prop v="diameter" k="scale_method"/>
     <prop v="4.4" k="size"/>
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
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <layerGeometryType>0</layerGeometryType>
</qgis>
