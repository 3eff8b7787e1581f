<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis simplifyDrawingTol="1" labelsEnabled="0" simplifyLocal="1" simplifyDrawingHints="1" simplifyAlgorithm="0" simplifyMaxScale="1" symbologyReferenceScale="-1" minScale="4000" version="3.22.16-Białowieża" styleCategories="Symbology|Labeling|Rendering" hasScaleBasedVisibilityFlag="1" maxScale="1800">
 <renderer-v2 type="categorizedSymbol" referencescale="-1" enableorderby="0" attr="class_code" forceraster="0" symbollevels="0">
  <categories>
   <category symbol="0" render="true" label="Public utilities">
    <val value="01001"/>
    <val value="01002"/>
    <val value="01003"/>
    <val value="01004"/>
    <val value="01005"/>
    <val value="01006"/>
    <val value="01007"/>
    <val value="01008"/>
    <val value="01009"/>
    <val value="0101"/>
    <val value="01010"/>
    <val value="01011"/>
    <val value="01012"/>
    <val value="01013"/>
    <val value="01014"/>
    <val value="01015"/>
    <val value="01017"/>
    <val value="01018"/>
    <val value="01019"/>
    <val value="0102"/>
    <val value="01020"/>
    <val value="01021"/>
    <val value="01022"/>
    <val value="01023"/>
    <val value="01024"/>
    <val value="01025"/>
    <val value="01026"/>
    <val value="01027"/>
    <val value="01028"/>
    <val value="01029"/>
    <val value="0103"/>
    <val value="01030"/>
    <val value="01031"/>
    <val value="01032"/>
    <val value="01033"/>
    <val value="01034"/>
    <val value="01035"/>
    <val value="01036"/>
    <val value="01037"/>
    <val value="01038"/>
    <val value="01039"/>
    <val value="0104"/>
    <val value="01040"/>
    <val value="01041"/>
    <val value="01042"/>
    <val value="01043"/>
    <val value="01044"/>
    <val value="01045"/>
    <val value="01046"/>
    <val value="01047"/>
    <val value="01048"/>
    <val value="01049"/>
    <val value="0105"/>
    <val value="01050"/>
    <val value="01051"/>
    <val value="01052"/>
    <val value="01053"/>
    <val value="01054"/>
    <val value="01055"/>
    <val value="01056"/>
    <val value="01057"/>
    <val value="01058"/>
    <val value="01059"/>
    <val value="0106"/>
    <val value="01060"/>
    <val value="01061"/>
    <val value="01062"/>
    <val value="01063"/>
    <val value="01064"/>
    <val value="01065"/>
    <val value="01066"/>
    <val value="01067"/>
    <val value="01068"/>
    <val value="01069"/>
    <val value="0107"/>
    <val value="01070"/>
    <val value="01071"/>
    <val value="01072"/>
    <val value="01073"/>
    <val value="01074"/>
    <val value="01075"/>
    <val value="01076"/>
    <val value="01077"/>
    <val value="0108"/>
    <val value="0109"/>
    <val value="0110"/>
    <val value="0111"/>
    <val value="0112"/>
    <val value="0113"/>
    <val value="0114"/>
    <val value="0115"/>
    <val value="0116"/>
    <val value="0117"/>
    <val value="0118"/>
    <val value="0119"/>
    <val value="0120"/>
    <val value="0121"/>
    <val value="0122"/>
    <val value="0123"/>
    <val value="0124"/>
    <val value="0125"/>
    <val value="0126"/>
    <val value="0127"/>
    <val value="0128"/>
    <val value="0129"/>
    <val value="0130"/>
    <val value="0131"/>
    <val value="0132"/>
    <val value="0133"/>
    <val value="0134"/>
    <val value="0135"/>
    <val value="0136"/>
    <val value="0137"/>
    <val value="0138"/>
    <val value="0139"/>
    <val value="0140"/>
    <val value="0141"/>
    <val value="0142"/>
    <val value="0143"/>
    <val value="0144"/>
    <val value="0145"/>
    <val value="0146"/>
    <val value="0147"/>
    <val value="0148"/>
    <val value="0149"/>
    <val value="0150"/>
    <val value="0151"/>
    <val value="0152"/>
    <val value="0153"/>
    <val value="0154"/>
    <val value="0155"/>
    <val value="0156"/>
    <val value="0157"/>
    <val value="0158"/>
    <val value="0159"/>
    <val value="0178"/>
    <val value="0179"/>
    <val value="0180"/>
    <val value="0181"/>
    <val value="0186"/>
    <val value="0188"/>
    <val value="0190"/>
    <val value="0192"/>
    <val value="0193"/>
    <val value="0197"/>
    <val value="0199"/>
   </category>
   <category symbol="1" render="true" label="Traffic">
    <val value="02001"/>
    <val value="02002"/>
    <val value="02003"/>
    <val value="02004"/>
    <val value="02005"/>
    <val value="02006"/>
    <val value="02007"/>
    <val value="02008"/>
    <val value="02009"/>
    <val value="0201"/>
    <val value="02010"/>
    <val value="02011"/>
    <val value="02012"/>
    <val value="02013"/>
    <val value="02014"/>
    <val value="02015"/>
    <val value="02016"/>
    <val value="02017"/>
    <val value="02018"/>
    <val value="02019"/>
    <val value="0202"/>
    <val value="02020"/>
    <val value="02021"/>
    <val value="02022"/>
    <val value="02023"/>
    <val value="02024"/>
    <val value="02025"/>
    <val value="02026"/>
    <val value="02027"/>
    <val value="02028"/>
    <val value="02029"/>
    <val value="0203"/>
    <val value="02030"/>
    <val value="02031"/>
    <val value="02032"/>
    <val value="02033"/>
    <val value="02034"/>
    <val value="02035"/>
    <val value="02036"/>
    <val value="02037"/>
    <val value="02038"/>
    <val value="02039"/>
    <val value="0204"/>
    <val value="02040"/>
    <val value="02041"/>
    <val value="02042"/>
    <val value="02043"/>
    <val value="02044"/>
    <val value="0205"/>
    <val value="0206"/>
    <val value="0207"/>
    <val value="0208"/>
    <val value="0209"/>
    <val value="0210"/>
    <val value="0211"/>
    <val value="0212"/>
    <val value="0213"/>
    <val value="0214"/>
    <val value="0215"/>
    <val value="0216"/>
    <val value="0217"/>
    <val value="0218"/>
    <val value="0219"/>
    <val value="0220"/>
    <val value="0221"/>
    <val value="0222"/>
    <val value="0223"/>
    <val value="0224"/>
    <val value="0225"/>
    <val value="0226"/>
    <val value="0227"/>
    <val value="0228"/>
    <val value="0229"/>
    <val value="0230"/>
    <val value="0231"/>
    <val value="0283"/>
    <val value="0284"/>
    <val value="0285"/>
    <val value="0286"/>
    <val value="0299"/>
   </category>
   <category symbol="2" render="true" label="Cityscape and sanitation">
    <val value="03001"/>
    <val value="03002"/>
    <val value="03003"/>
    <val value="03004"/>
    <val value="03005"/>
    <val value="03006"/>
    <val value="03007"/>
    <val value="03008"/>
    <val value="03009"/>
    <val value="0301"/>
    <val value="03010"/>
    <val value="03011"/>
    <val value="03012"/>
    <val value="03013"/>
    <val value="03014"/>
    <val value="03015"/>
    <val value="03016"/>
    <val value="0302"/>
    <val value="0303"/>
    <val value="0304"/>
    <val value="0305"/>
    <val value="0306"/>
    <val value="0307"/>
    <val value="0308"/>
    <val value="0309"/>
    <val value="0310"/>
    <val value="0311"/>
    <val value="0312"/>
    <val value="0313"/>
    <val value="0396"/>
    <val value="0397"/>
   </category>
   <category symbol="3" render="true" label="Greening">
    <val value="04001"/>
    <val value="04002"/>
    <val value="04003"/>
    <val value="04004"/>
    <val value="04005"/>
    <val value="04006"/>
    <val value="04007"/>
    <val value="04008"/>
    <val value="04009"/>
    <val value="0401"/>
    <val value="04010"/>
    <val value="04011"/>
    <val value="04012"/>
    <val value="04013"/>
    <val value="04014"/>
    <val value="0402"/>
    <val value="0403"/>
    <val value="0404"/>
    <val value="0405"/>
    <val value="0406"/>
    <val value="0407"/>
    <val value="0408"/>
    <val value="0409"/>
    <val value="0410"/>
    <val value="0493"/>
    <val value="0494"/>
    <val value="0495"/>
    <val value="0496"/>
    <val value="0497"/>
    <val value="0498"/>
    <val value="0499"/>
   </category>
   <category symbol="4" value="" render="true" label="Other facilities"/>
  </categories>
  <symbols>
   <symbol type="marker" force_rhr="0" clip_to_extent="1" alpha="1" name="0">
    <data_defined_properties>
     <Option type="Map">
      <Option type="QString" name="name" value=""/>
      <Option name="properties"/>
      <Option type="QString" name="type" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="square"/>
      <Option type="QString" name="color" value="120,144,156,255"/>
      <Option type="QString" name="horizontal_anchor_point" value="1"/>
      <Option type="QString" name="joinstyle" value="bevel"/>
      <Option type="QString" name="name" value="square"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="69,90,100,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="scale_method" value="diameter"/>
      <Option type="QString" name="size" value="1.5"/>
      <Option type="QString" name="size_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="vertical_anchor_point" value="1"/>
     </Option>
     <prop k="angle" v="0"/>
     <prop k="cap_style" v="square"/>
     <prop k="color" v="120,144,156,255"/>
     <prop k="horizontal_anchor_point" v="1"/>
     <prop k="joinstyle" v="bevel"/>
     <prop k="name" v="square"/>
     <prop k="offset" v="0,0"/>
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="offset_unit" v="MM"/>
     <prop k="outline_color" v="69,90,100,255"/>
     <prop k="outline_style" v="solid"/>
     <prop k="outline_width" v="0.15"/>
     <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="outline_width_unit" v="MM"/>
     <prop k="scale_method" v="diameter"/>
     <prop k="size" v="1.5"/>
     <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="size_unit" v="MM"/>
     <prop k="vertical_anchor_point" v="1"/>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option name="properties"/>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="marker" force_rhr="0" clip_to_extent="1" alpha="1" name="1">
    <data_defined_properties>
     <Option type="Map">
      <Option type="QString" name="name" value=""/>
      <Option name="properties"/>
      <Option type="QString" name="type" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="square"/>
      <Option type="QString" name="color" value="120,144,156,255"/>
      <Option type="QString" name="horizontal_anchor_point" value="1"/>
      <Option type="QString" name="joinstyle" value="bevel"/>
      <Option type="QString" name="name" value="triangle"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="69,90,100,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="scale_method" value="diameter"/>
      <Option type="QString" name="size" value="1.5"/>
      <Option type="QString" name="size_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="vertical_anchor_point" value="1"/>
     </Option>
     <prop k="angle" v="0"/>
     <prop k="cap_style" v="square"/>
     <prop k="color" v="120,144,156,255"/>
     <prop k="horizontal_anchor_point" v="1"/>
     <prop k="joinstyle" v="bevel"/>
     <prop k="name" v="triangle"/>
     <prop k="offset" v="0,0"/>
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="offset_unit" v="MM"/>
     <prop k="outline_color" v="69,90,100,255"/>
     <prop k="outline_style" v="solid"/>
     <prop k="outline_width" v="0.15"/>
     <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="outline_width_unit" v="MM"/>
     <prop k="scale_method" v="diameter"/>
     <prop k="size" v="1.5"/>
     <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="size_unit" v="MM"/>
     <prop k="vertical_anchor_point" v="1"/>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option name="properties"/>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="marker" force_rhr="0" clip_to_extent="1" alpha="1" name="2">
    <data_defined_properties>
     <Option type="Map">
      <Option type="QString" name="name" value=""/>
      <Option name="properties"/>
      <Option type="QString" name="type" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="square"/>
      <Option type="QString" name="color" value="120,144,156,255"/>
      <Option type="QString" name="horizontal_anchor_point" value="1"/>
      <Option type="QString" name="joinstyle" value="bevel"/>
      <Option type="QString" name="name" value="diamond"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="69,90,100,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="scale_method" value="diameter"/>
      <Option type="QString" name="size" value="1.5"/>
      <Option type="QString" name="size_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="vertical_anchor_point" value="1"/>
     </Option>
     <prop k="angle" v="0"/>
     <prop k="cap_style" v="square"/>
     <prop k="color" v="120,144,156,255"/>
     <prop k="horizontal_anchor_point" v="1"/>
     <prop k="joinstyle" v="bevel"/>
     <prop k="name" v="diamond"/>
     <prop k="offset" v="0,0"/>
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="offset_unit" v="MM"/>
     <prop k="outline_color" v="69,90,100,255"/>
     <prop k="outline_style" v="solid"/>
     <prop k="outline_width" v="0.15"/>
     <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="outline_width_unit" v="MM"/>
     <prop k="scale_method" v="diameter"/>
     <prop k="size" v="1.5"/>
     <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="size_unit" v="MM"/>
     <prop k="vertical_anchor_point" v="1"/>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option name="properties"/>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="marker" force_rhr="0" clip_to_extent="1" alpha="1" name="3">
    <data_defined_properties>
     <Option type="Map">
      <Option type="QString" name="name" value=""/>
      <Option name="properties"/>
      <Option type="QString" name="type" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="square"/>
      <Option type="QString" name="color" value="156,204,156,255"/>
      <Option type="QString" name="horizontal_anchor_point" value="1"/>
      <Option type="QString" name="joinstyle" value="bevel"/>
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="93,138,93,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="scale_method" value="diameter"/>
      <Option type="QString" name="size" value="1.5"/>
      <Option type="QString" name="size_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="vertical_anchor_point" value="1"/>
     </Option>
     <prop k="angle" v="0"/>
     <prop k="cap_style" v="square"/>
     <prop k="color" v="156,204,156,255"/>
     <prop k="horizontal_anchor_point" v="1"/>
     <prop k="joinstyle" v="bevel"/>
     <prop k="name" v="circle"/>
     <prop k="offset" v="0,0"/>
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="offset_unit" v="MM"/>
     <prop k="outline_color" v="93,138,93,255"/>
     <prop k="outline_style" v="solid"/>
     <prop k="outline_width" v="0.15"/>
     <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="outline_width_unit" v="MM"/>
     <prop k="scale_method" v="diameter"/>
     <prop k="size" v="1.5"/>
     <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="size_unit" v="MM"/>
     <prop k="vertical_anchor_point" v="1"/>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option name="properties"/>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="marker" force_rhr="0" clip_to_extent="1" alpha="1" name="4">
    <data_defined_properties>
     <Option type="Map">
      <Option type="QString" name="name" value=""/>
      <Option name="properties"/>
      <Option type="QString" name="type" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="square"/>
      <Option type="QString" name="color" value="120,144,156,255"/>
      <Option type="QString" name="horizontal_anchor_point" value="1"/>
      <Option type="QString" name="joinstyle" value="bevel"/>
      <Option type="QString" name="name" value="pentagon"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="69,90,100,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="scale_method" value="diameter"/>
      <Option type="QString" name="size" value="1.5"/>
      <Option type="QString" name="size_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="vertical_anchor_point" value="1"/>
     </Option>
     <prop k="angle" v="0"/>
     <prop k="cap_style" v="square"/>
     <prop k="color" v="120,144,156,255"/>
     <prop k="horizontal_anchor_point" v="1"/>
     <prop k="joinstyle" v="bevel"/>
     <prop k="name" v="pentagon"/>
     <prop k="offset" v="0,0"/>
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="offset_unit" v="MM"/>
     <prop k="outline_color" v="69,90,100,255"/>
     <prop k="outline_style" v="solid"/>
     <prop k="outline_width" v="0.15"/>
     <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="outline_width_unit" v="MM"/>
     <prop k="scale_method" v="diameter"/>
     <prop k="size" v="1.5"/>
     <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="size_unit" v="MM"/>
     <prop k="vertical_anchor_point" v="1"/>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option name="properties"/>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
  </symbols>
  <rotation/>
  <sizescale/>
 </renderer-v2>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <layerGeometryType>0</layerGeometryType>
</qgis>
