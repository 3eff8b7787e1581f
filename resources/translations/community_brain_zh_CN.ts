<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActForm</name>
    <message>
        <source>Photos asked for: {photos}. Add them below, or copy one and press Ctrl+V here.</source>
        <translation>须附照片：{photos}。可在下方添加，或复制图片后在此按 Ctrl+V 粘贴。</translation>
    </message>
    <message>
        <source>Offline: the draft is kept, nothing can be sent.</source>
        <translation>已离线：草稿已保留，暂时无法提交。</translation>
    </message>
    <message>
        <source>Still missing: {fields}</source>
        <translation>尚未填写：{fields}</translation>
    </message>
    <message>
        <source>Yes, {act}</source>
        <translation>确认{act}</translation>
    </message>
    <message>
        <source>None ticked: each order goes as the responsibility table says, else the unit's own way</source>
        <translation>均不勾选时，各单按权责清单的方式派送，无规定的按单位自身方式</translation>
    </message>
    <message>
        <source>{act} (Enter)</source>
        <translation>{act}（回车）</translation>
    </message>
    <message>
        <source>Later (Esc)</source>
        <translation>稍后再办（Esc）</translation>
    </message>
    <message>
        <source>What was written is kept as a draft</source>
        <translation>已填内容保留为草稿</translation>
    </message>
    <message>
        <source>{count} case files: {text}</source>
        <translation>{count} 件案卷：{text}</translation>
    </message>
    <message>
        <source>Any collector</source>
        <translation>不指定采集员</translation>
    </message>
    <message>
        <source>Force close ends this case file without a check. It cannot be opened again.</source>
        <translation>强制结案不经核查即终结本案卷，不能重新打开。</translation>
    </message>
    <message>
        <source>Linking ends this case file; only the other one goes on. It cannot be opened again.</source>
        <translation>并案后本案卷即告终结，只有另一案卷继续办理，且不能重新打开。</translation>
    </message>
    <message>
        <source>Voiding ends this case file for good. It cannot be opened again.</source>
        <translation>作废后本案卷即告终结，不能重新打开。</translation>
    </message>
</context>
<context>
    <name>AddressField</name>
    <message>
        <source>No place of this address is known: click on the map.</source>
        <translation>未找到该地址的位置：请在地图上点选。</translation>
    </message>
    <message>
        <source>building</source>
        <translation>建筑物</translation>
    </message>
    <message>
        <source>address of components</source>
        <translation>部件地址</translation>
    </message>
    <message>
        <source>street, its middle</source>
        <translation>道路（取中点）</translation>
    </message>
    <message>
        <source>handling unit</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>sensor</source>
        <translation>传感器</translation>
    </message>
</context>
<context>
    <name>AlarmModel</name>
    <message>
        <source>Alarm</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>传感器</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>报警时间</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>cleared, not acknowledged</source>
        <translation>已消除，未确认</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>shelved</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>Raised {time} at {value} {unit}</source>
        <translation>{time} 报警，读数 {value} {unit}</translation>
    </message>
</context>
<context>
    <name>AlarmPanel</name>
    <message>
        <source>Not live since {time}</source>
        <translation>{time} 起非实时</translation>
    </message>
    <message>
        <source>No alarm stands</source>
        <translation>当前无报警</translation>
    </message>
    <message>
        <source>No reading breaks a rule. A sensor that sends nothing raises no alarm.</source>
        <translation>没有读数触发报警规则。不上传读数的传感器不会报警。</translation>
    </message>
    <message>
        <source>A  Acknowledge</source>
        <translation>A  确认</translation>
    </message>
    <message>
        <source>N  Make a case file</source>
        <translation>N  转为案卷</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>G  Take the offer</source>
        <translation>G  采纳建议</translation>
    </message>
    <message>
        <source>Opens the form with whoever is offered; nothing is sent yet</source>
        <translation>打开表单并填入建议人选，不会自动发送</translation>
    </message>
</context>
<context>
    <name>AreaActions</name>
    <message>
        <source>Say what was done: it stays in the log.</source>
        <translation>请填写行动内容，内容将留在日志中。</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>正在发送……</translation>
    </message>
    <message>
        <source>Action and task</source>
        <translation>行动与任务</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>落实情况</translation>
    </message>
    <message>
        <source>Record it (Ctrl+Enter)</source>
        <translation>登记（Ctrl+回车）</translation>
    </message>
    <message>
        <source>Handling unit, if any</source>
        <translation>处置单位（如有）</translation>
    </message>
    <message>
        <source>Case file, if any</source>
        <translation>案卷号（如有）</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>行动内容</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Handling unit</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>Case file</source>
        <translation>案卷号</translation>
    </message>
    <message>
        <source>Something else of this kind that is not on the list</source>
        <translation>此类行动中清单以外的事项</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>待落实</translation>
    </message>
    <message>
        <source>{action}: beside the list</source>
        <translation>{action}：清单以外</translation>
    </message>
    <message>
        <source>{what} – another post records this</source>
        <translation>{what}（由其他岗位登记）</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>已登记。</translation>
    </message>
</context>
<context>
    <name>AreaStatesPanel</name>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>行动</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>The areas are being read …</source>
        <translation>正在读取区域…</translation>
    </message>
    <message>
        <source>Normal; nobody has set another state yet.</source>
        <translation>常态；尚无变更记录。</translation>
    </message>
    <message>
        <source>{since} – {until}: {state} – {reason} ({person})</source>
        <translation>{since} 至 {until}：{state}，{reason}（{person}）</translation>
    </message>
    <message>
        <source>{at}: {action} – {done}: {outcome} ({person})</source>
        <translation>{at}：{action} – {done}：{outcome}（{person}）</translation>
    </message>
    <message>
        <source>Subdistrict</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
</context>
<context>
    <name>Around</name>
    <message>
        <source>Perhaps the same:</source>
        <translation>可能是同一件事：</translation>
    </message>
    <message>
        <source>Noted that nobody answered; the call is still owed.</source>
        <translation>已记录无人接听，仍待回访。</translation>
    </message>
    <message>
        <source>Responsible: {people}</source>
        <translation>网格责任人：{people}</translation>
    </message>
    <message>
        <source>{metres} m away, {hours} h ago</source>
        <translation>相距 {metres} 米，{hours} 小时前</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 件</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 条</translation>
    </message>
    <message>
        <source>Urged: {what}, {where}</source>
        <translation>督办：{what}，{where}</translation>
    </message>
    <message>
        <source>Alarm, priority {priority}: {what}, {where}</source>
        <translation>{priority} 级报警：{what}，{where}</translation>
    </message>
    <message>
        <source>{state}: {what}, {where}</source>
        <translation>{state}：{what}，{where}</translation>
    </message>
</context>
<context>
    <name>AxesField</name>
    <message>
        <source>Nobody works on both axes in one shift: whoever accepted, checked or closed does not dispatch in it, nor the other way round.</source>
        <translation>同一班次内任何人不得兼办两轴：本班受理、核查或结案过的不得派遣，反之亦然。</translation>
    </message>
    <message>
        <source>One person may accept and dispatch in one shift, as at night. What he dispatched or handled he may not check or close. Exceptions are logged, and counted on the shift report.</source>
        <translation>同一班次内一人可兼办受理与派遣（如夜间一人值守），但本人派遣或处置过的案卷不得由本人核查、结案。例外逐次记入日志，并在交接班报告上计数。</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>严格</translation>
    </message>
    <message>
        <source>Joint room</source>
        <translation>联合指挥</translation>
    </message>
    <message>
        <source>From the next step on people with posts on both axes may work on both in one shift. The log says who changed it.</source>
        <translation>自下一步起，兼有两轴岗位的人员可在同一班次内办理两轴事项。何人更改记入日志。</translation>
    </message>
    <message>
        <source>From the next step on whoever has worked on one axis in this shift is refused on the other. The log says who changed it.</source>
        <translation>自下一步起，本班次已办理一轴事项的人员不得再办理另一轴事项。何人更改记入日志。</translation>
    </message>
</context>
<context>
    <name>CallbackList</name>
    <message>
        <source>Caller</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>About</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>来电时间</translation>
    </message>
    <message>
        <source>Called back (Enter)</source>
        <translation>已回访（回车）</translation>
    </message>
    <message>
        <source>Nobody answered</source>
        <translation>无人接听</translation>
    </message>
</context>
<context>
    <name>CaseForms</name>
    <message>
        <source>Sending …</source>
        <translation>正在提交…</translation>
    </message>
    <message>
        <source>No answer came, so nobody knows yet whether the step was taken. Press Enter once the room is live: it will not be taken twice.</source>
        <translation>未收到答复，尚不知该步骤是否已办理。连接恢复后按回车即可，不会重复办理。</translation>
    </message>
    <message>
        <source>The case file has moved on; decide first (Enter).</source>
        <translation>案卷已有变动，请先决定（回车）。</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Put the list away (Esc)</source>
        <translation>收起列表（Esc）</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Handling unit</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>First found</source>
        <translation>首次发现</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>案卷号</translation>
    </message>
    <message>
        <source>{title}: {count}</source>
        <translation>{title}：{count} 件</translation>
    </message>
</context>
<context>
    <name>CasePages</name>
    <message>
        <source>At most {count} case files can be chosen together.</source>
        <translation>一次最多选 {count} 件案卷。</translation>
    </message>
</context>
<context>
    <name>CasePanel</name>
    <message>
        <source>{letter} is not open to you now: {state}. What you may do: {acts}</source>
        <translation>{letter} 键此时不可用：案卷为“{state}”。可办理：{acts}</translation>
    </message>
    <message>
        <source>{letter} is not open to you now: {state}. There is nothing for your post to do here.</source>
        <translation>{letter} 键此时不可用：案卷为“{state}”，本席位此时无事可办。</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>地图定位</translation>
    </message>
    <message>
        <source>No case file chosen</source>
        <translation>未选择案卷</translation>
    </message>
    <message>
        <source>Choose a row of the queue or a mark on the map; ↑ ↓ and Enter do it too.</source>
        <translation>请在案卷队列中选择一行，或点击地图上的标记；也可用 ↑ ↓ 和回车键。</translation>
    </message>
    <message>
        <source>No limit is running.</source>
        <translation>当前不计时。</translation>
    </message>
    <message>
        <source>{time} over the limit</source>
        <translation>超时 {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
    <message>
        <source>deadline {time}</source>
        <translation>截止时间 {time}</translation>
    </message>
    <message>
        <source>{act} – a draft is kept</source>
        <translation>{act}（有草稿）</translation>
    </message>
    <message>
        <source>Slip …</source>
        <translation>派单条…</translation>
    </message>
    <message>
        <source>Print or copy the slip for the handling unit</source>
        <translation>打印或复制给处置单位的派单条</translation>
    </message>
    <message>
        <source>The case file you were writing on has gone to somebody else. What you wrote is kept as a draft.</source>
        <translation>您正在填写的案卷已转至他人，所填内容已保留为草稿。</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message>
        <source>{metres} m away</source>
        <translation>距离 {metres} 米</translation>
    </message>
    <message>
        <source>{time}, by the limit for ◆ {state}</source>
        <translation>{time}，按◆ {state}时限</translation>
    </message>
    <message>
        <source>{deadline} (normally {limit})</source>
        <translation>{deadline}（常态为 {limit}）</translation>
    </message>
    <message>
        <source>◆ holidays of {year} not entered yet, counted without them</source>
        <translation>◆ {year} 年节假日尚未录入，按周一至周五计算</translation>
    </message>
    <message>
        <source>by the limit for ◆ {state}: {minutes} min (normally {normal} min)</source>
        <translation>按◆ {state}时限：{minutes} 分钟（常态 {normal} 分钟）</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>it owns the component</source>
        <translation>部件权属单位</translation>
    </message>
    <message>
        <source>the place is its territory</source>
        <translation>所在区域属其管辖</translation>
    </message>
    <message>
        <source>it is responsible for this class</source>
        <translation>负责该类别</translation>
    </message>
    <message>
        <source>its work is to be done again</source>
        <translation>须由其返工</translation>
    </message>
    <message>
        <source>it sent this case file back</source>
        <translation>该单位曾退回本案卷</translation>
    </message>
    <message>
        <source>{count} open with it</source>
        <translation>在办 {count} 件</translation>
    </message>
    <message>
        <source>{metres} m on foot</source>
        <translation>沿路步行 {metres} 米</translation>
    </message>
    <message>
        <source>{metres} m in a straight line</source>
        <translation>直线距离 {metres} 米</translation>
    </message>
    <message>
        <source>order by {channel}</source>
        <translation>以{channel}派单</translation>
    </message>
    <message>
        <source>after {amount} min {unit}</source>
        <translation>{amount} 分钟后转{unit}</translation>
    </message>
    <message>
        <source>after {amount} h {unit}</source>
        <translation>{amount} 小时后转{unit}</translation>
    </message>
    <message>
        <source>If nothing is done: {steps}</source>
        <translation>若未处置：{steps}</translation>
    </message>
    <message>
        <source>Recommended: nobody – the responsibility table says nothing about this class and place.</source>
        <translation>无推荐：权责清单未规定该类别和位置的处置单位。</translation>
    </message>
    <message>
        <source>Recommended: &lt;b&gt;{unit}&lt;/b&gt; – {reason}</source>
        <translation>推荐：&lt;b&gt;{unit}&lt;/b&gt;（{reason}）</translation>
    </message>
    <message>
        <source>The alarm still stands: {offer}</source>
        <translation>报警仍在：{offer}</translation>
    </message>
    <message>
        <source>▲ Nothing was done: escalated to &lt;b&gt;{unit}&lt;/b&gt; at {time}</source>
        <translation>▲ 处置单位无响应，已于 {time} 提醒&lt;b&gt;{unit}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>If nothing is done, {unit} is told at {time}</source>
        <translation>如仍无响应，将于 {time} 提醒{unit}</translation>
    </message>
    <message>
        <source>Escalation to {unit} waits while the case file is suspended</source>
        <translation>案卷挂账期间，暂停提醒{unit}</translation>
    </message>
    <message>
        <source>Reporter: {person}</source>
        <translation>上报人：{person}</translation>
    </message>
    <message>
        <source>contact withheld (supervision only)</source>
        <translation>联系方式已隐藏（仅监督可见）</translation>
    </message>
    <message>
        <source>a call back is owed</source>
        <translation>待回访</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>已回访</translation>
    </message>
    <message>
        <source>Nobody answered</source>
        <translation>无人接听</translation>
    </message>
    <message>
        <source>called back {time}</source>
        <translation>已于 {time} 回访</translation>
    </message>
    <message>
        <source>nobody on duty</source>
        <translation>当前无人在班</translation>
    </message>
    <message>
        <source>{count} on duty</source>
        <translation>{count} 人在班</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>采集员</translation>
    </message>
    <message>
        <source>Hotline</source>
        <translation>热线</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>传感器</translation>
    </message>
    <message>
        <source>Command room</source>
        <translation>指挥室</translation>
    </message>
    <message>
        <source>Higher level</source>
        <translation>上级交办</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>立案条件</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>First found</source>
        <translation>首次发现</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>办理方</translation>
    </message>
    <message>
        <source>exception: on both axes in one shift</source>
        <translation>例外：同班次跨双轴办理</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>至 {time}</translation>
    </message>
    <message>
        <source>Extended, it is due {time}</source>
        <translation>准予延期后，截止时间为 {time}</translation>
    </message>
    <message>
        <source>Suspended until {time}</source>
        <translation>挂账至 {time}</translation>
    </message>
    <message>
        <source>Returned {count} times: first the shift leader rules whose it is</source>
        <translation>已回退 {count} 次，须先由值班长裁定归属</translation>
    </message>
    <message>
        <source>Urged, {count} in all</source>
        <translation>已督办 {count} 次</translation>
    </message>
</context>
<context>
    <name>ClaimLine</name>
    <message>
        <source>Give the claim back</source>
        <translation>放弃认领</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>认领</translation>
    </message>
    <message>
        <source>Colleagues of your post may act on it again</source>
        <translation>同席位同事可重新办理</translation>
    </message>
    <message>
        <source>Keeps colleagues of your post from acting on it for a few minutes</source>
        <translation>几分钟内同席位同事不能办理本案卷</translation>
    </message>
    <message>
        <source>until {time} ({left} {unit} left)</source>
        <translation>至 {time}（剩余 {left} {unit}）</translation>
    </message>
    <message>
        <source>Claimed by you</source>
        <translation>您已认领</translation>
    </message>
    <message>
        <source>{person} ({post}) is working on it</source>
        <translation>{person}（{post}）正在办理</translation>
    </message>
</context>
<context>
    <name>ClassField</name>
    <message>
        <source>Code, name or pinyin initials</source>
        <translation>代码、名称或拼音首字母</translation>
    </message>
    <message>
        <source>component</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>ConflictView</name>
    <message>
        <source>Somebody was faster</source>
        <translation>他人已先行办理</translation>
    </message>
    <message>
        <source>Mine: {act}</source>
        <translation>我的操作：{act}</translation>
    </message>
    <message>
        <source>on version {version}: {state}</source>
        <translation>依据版本 {version}：{state}</translation>
    </message>
    <message>
        <source>now version {version}: {state}</source>
        <translation>现为版本 {version}：{state}</translation>
    </message>
    <message>
        <source>Meanwhile</source>
        <translation>期间变动</translation>
    </message>
    <message>
        <source>Offline: what you wrote is kept; decide once the room is live.</source>
        <translation>已离线：所填内容已保留，连接恢复后再决定。</translation>
    </message>
    <message>
        <source>The new version is being read …</source>
        <translation>正在读取新版本…</translation>
    </message>
    <message>
        <source>What you wrote is kept. Decide: do it on the new version, or throw it away.</source>
        <translation>所填内容已保留。请决定：在新版本上办理，或放弃。</translation>
    </message>
    <message>
        <source>This act is not possible any more; what you wrote is kept until you throw it away.</source>
        <translation>该操作已不可行；所填内容保留，直至您放弃。</translation>
    </message>
    <message>
        <source>Do mine on version {version}</source>
        <translation>在版本 {version} 上办理</translation>
    </message>
    <message>
        <source>Throw mine away</source>
        <translation>放弃我的操作</translation>
    </message>
    <message>
        <source>Later (Esc)</source>
        <translation>稍后再办（Esc）</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
</context>
<context>
    <name>ConnectionDialog</name>
    <message>
        <source>Choose the room</source>
        <translation>选择指挥室</translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>Starting the private room …</source>
        <translation>正在启动本机指挥室…</translation>
    </message>
    <message>
        <source>Open the room</source>
        <translation>打开指挥室</translation>
    </message>
    <message>
        <source>Open it all the same</source>
        <translation>仍要打开</translation>
    </message>
    <message>
        <source>You are still in the room that was open. Choose another, or press again to leave it.</source>
        <translation>您仍在原来打开的指挥室中。请另选一个，或再按一次离开原指挥室。</translation>
    </message>
    <message>
        <source>without a name, only the last choice is kept</source>
        <translation>不填名称则只保留最近一次选择</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Forget the profile of this name</source>
        <translation>删除此名称的连接方案</translation>
    </message>
    <message>
        <source>Private room</source>
        <translation>本机指挥室</translation>
    </message>
    <message>
        <source>Start the private room</source>
        <translation>启动本机指挥室</translation>
    </message>
    <message>
        <source>Starts the database of this machine; it takes a few seconds</source>
        <translation>启动本机数据库，需要数秒</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Service name</source>
        <translation>服务名</translation>
    </message>
    <message>
        <source>Entry of pg_service.conf</source>
        <translation>pg_service.conf 中的条目</translation>
    </message>
    <message>
        <source>Stored connection</source>
        <translation>已存连接</translation>
    </message>
    <message>
        <source>Connection of QGIS</source>
        <translation>QGIS 连接</translation>
    </message>
    <message>
        <source>The password saved with this connection is not used: it lies open in QGIS’s settings. Keep it under Settings › Options › Authentication and choose that for the connection, or write it into ~/.pgpass.</source>
        <translation>不使用此连接中保存的密码：该密码以明文存放在 QGIS 设置中。请将其存入“设置 › 选项 › 认证”并在连接中选用，或写入 ~/.pgpass。</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Where the login needs no password, or it is written in ~/.pgpass</source>
        <translation>登录无需密码，或密码已写入 ~/.pgpass 时填写</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Login kept by QGIS</source>
        <translation>QGIS 保存的登录</translation>
    </message>
    <message>
        <source>or login name</source>
        <translation>或登录名</translation>
    </message>
    <message>
        <source>Open the room when QGIS starts</source>
        <translation>QGIS 启动时打开指挥室</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>连接方案</translation>
    </message>
    <message>
        <source>Connected: {room}, as {person} ({roles}). Schema {version}.</source>
        <translation>已连接：{room}，身份 {person}（{roles}）。数据库版本 {version}。</translation>
    </message>
    <message>
        <source>The private room is running.</source>
        <translation>本机指挥室已在运行。</translation>
    </message>
    <message>
        <source>The private room could not be started: Python was not found.</source>
        <translation>本机指挥室无法启动：未找到 Python。</translation>
    </message>
</context>
<context>
    <name>CoordinateField</name>
    <message>
        <source>paste coordinates</source>
        <translation>粘贴坐标</translation>
    </message>
    <message>
        <source>118.7969, 32.0603 · 32°03′37″N 118°47′49″E · metres</source>
        <translation>118.7969, 32.0603 · 32°03′37″N 118°47′49″E · 米制坐标</translation>
    </message>
    <message>
        <source>Not read as coordinates yet.</source>
        <translation>尚未识别为坐标。</translation>
    </message>
    <message>
        <source>No place of the room's coordinate system.</source>
        <translation>不在指挥室坐标系范围内。</translation>
    </message>
    <message>
        <source>Taken for {system}, as you chose.</source>
        <translation>按您的选择，视为 {system}。</translation>
    </message>
    <message>
        <source>{system}: {metres} m away</source>
        <translation>{system}：相距 {metres} 米</translation>
    </message>
    <message>
        <source>the text says so</source>
        <translation>文本中已注明</translation>
    </message>
    <message>
        <source>only so it lies in the subdistrict</source>
        <translation>仅此坐标系下落在本街道内</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>与上次相同</translation>
    </message>
    <message>
        <source>nothing says otherwise; check it</source>
        <translation>无其他依据，请核对</translation>
    </message>
    <message>
        <source>Taken for {system}: {why}.</source>
        <translation>视为 {system}：{why}。</translation>
    </message>
    <message>
        <source>It lies outside the subdistrict.</source>
        <translation>位置在本街道以外。</translation>
    </message>
</context>
<context>
    <name>CsvIntakePanel</name>
    <message>
        <source>Reading the file …</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Reports from a CSV file</source>
        <translation>从 CSV 文件上报</translation>
    </message>
    <message>
        <source>Say what system the coordinates are in: GCJ-02 and BD-09 lie 100–700 m off.</source>
        <translation>请选择坐标所用坐标系：GCJ-02、BD-09 会偏移 100–700 米。</translation>
    </message>
    <message>
        <source>Checking {rows} rows …</source>
        <translation>正在检查 {rows} 行…</translation>
    </message>
    <message>
        <source>Being cancelled …</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Sending {rows} reports … You may go on working meanwhile.</source>
        <translation>正在上报 {rows} 条… 其间可继续其他工作。</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Empty file …</source>
        <translation>空白模板…</translation>
    </message>
    <message>
        <source>Save an empty file with the headings</source>
        <translation>保存仅含列名的空白文件</translation>
    </message>
    <message>
        <source>– choose –</source>
        <translation>— 请选择 —</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回（Esc）</translation>
    </message>
    <message>
        <source>Headings: class, description, address, longitude, latitude (or coordinates), component, found, source, name, phone.</source>
        <translation>列名：类别、描述、地址、经度、纬度（或坐标）、部件标识码、发现时间、来源、姓名、电话。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Coordinates are in</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>{faults} faults in {rows} rows. Nothing is reported until the file has none.</source>
        <translation>共 {rows} 行，发现 {faults} 处错误。全部更正后方可上报。</translation>
    </message>
    <message>
        <source>{rows} rows without a fault.</source>
        <translation>共 {rows} 行，未发现错误。</translation>
    </message>
    <message>
        <source>The first {count} are listed.</source>
        <translation>只列出前 {count} 处。</translation>
    </message>
    <message>
        <source>Columns that are not known and will be left out: {names}.</source>
        <translation>无法识别、将略去的列：{names}。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was reported.</source>
        <translation>已取消，全部未上报。</translation>
    </message>
    <message>
        <source>Report {count} case files</source>
        <translation>上报 {count} 件案卷</translation>
    </message>
    <message>
        <source>The room refused {count} rows, so nothing was reported.</source>
        <translation>有 {count} 行被拒绝，因此全部未上报。</translation>
    </message>
    <message>
        <source>{count} case files reported.</source>
        <translation>已上报 {count} 件案卷。</translation>
    </message>
    <message>
        <source>{count} had been reported before.</source>
        <translation>其中 {count} 件此前已上报。</translation>
    </message>
    <message>
        <source>No answer came. Send the file again once the room is live: nothing is reported twice.</source>
        <translation>未收到应答。连接恢复后可再次上报，不会重复立卷。</translation>
    </message>
</context>
<context>
    <name>Deliveries</name>
    <message>
        <source>Record the answer</source>
        <translation>登记答复</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>{unit}: nothing has been done about this order of {other}. Please see to it.</source>
        <translation>{unit}：{other}对以下派单尚无响应，请督促处置。</translation>
    </message>
    <message>
        <source>Tell the unit …</source>
        <translation>通知单位…</translation>
    </message>
    <message>
        <source>Copy the notice</source>
        <translation>复制提醒</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新推送</translation>
    </message>
    <message>
        <source>withdrawal: {order}</source>
        <translation>撤单：{order}</translation>
    </message>
    <message>
        <source>escalation: {order}</source>
        <translation>升级提醒：{order}</translation>
    </message>
    <message>
        <source>rework: {order}</source>
        <translation>返工：{order}</translation>
    </message>
    <message>
        <source>no longer valid</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>what was wrong: {reason}</source>
        <translation>返工原因：{reason}</translation>
    </message>
    <message>
        <source>{act}: {reason}</source>
        <translation>{act}：{reason}</translation>
    </message>
    <message>
        <source>answer: {answer}</source>
        <translation>答复：{answer}</translation>
    </message>
    <message>
        <source>handed out</source>
        <translation>已交付</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>attempt failed</source>
        <translation>推送失败</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>重新推送</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>DeskContext</name>
    <message>
        <source>Not live since {time}; it may be otherwise by now</source>
        <translation>自 {time} 起未能实时更新，情况可能已有变化</translation>
    </message>
    <message>
        <source>The room can be written in again.</source>
        <translation>指挥室已可写入。</translation>
    </message>
    <message>
        <source>The server keeps what it is sent again.</source>
        <translation>服务器已恢复保存。</translation>
    </message>
</context>
<context>
    <name>DeskEntry</name>
    <message>
        <source>Community Brain</source>
        <translation>社区大脑</translation>
    </message>
    <message>
        <source>Open the command room</source>
        <translation>打开指挥室</translation>
    </message>
    <message>
        <source>Choose the room …</source>
        <translation>选择指挥室…</translation>
    </message>
    <message>
        <source>What if: patrols …</source>
        <translation>巡查推演…</translation>
    </message>
</context>
<context>
    <name>DutyBoard</name>
    <message>
        <source>Unit, person</source>
        <translation>单位、人员</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>位置时间</translation>
    </message>
    <message>
        <source>Not live since {time}</source>
        <translation>自 {time} 起数据非实时</translation>
    </message>
    <message>
        <source>Reading who is on duty …</source>
        <translation>正在读取当班人员…</translation>
    </message>
    <message>
        <source>Nobody is on duty</source>
        <translation>无人当班</translation>
    </message>
    <message>
        <source>The roster has no shift for this hour.</source>
        <translation>当前时段没有排班。</translation>
    </message>
    <message>
        <source>Command room</source>
        <translation>指挥室</translation>
    </message>
    <message>
        <source>{people} people on duty, {late} late with them</source>
        <translation>当班 {people} 人，名下超时 {late} 件</translation>
    </message>
    <message>
        <source>{shift}, until {time}</source>
        <translation>{shift}，至 {time}</translation>
    </message>
    <message>
        <source>Where {person} is was never reported.</source>
        <translation>{person} 尚未上报过位置。</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>不通过</translation>
    </message>
    <message>
        <source>With none ticked: as the responsibility table says, else the unit's own</source>
        <translation>均不勾选时按权责清单，无规定的按单位自身方式</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Chat message</source>
        <translation>聊天消息</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>对讲机</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>当面</translation>
    </message>
    <message>
        <source>Found at the check</source>
        <translation>核查情况</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>处置情况</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>核实情况</translation>
    </message>
    <message>
        <source>Filing condition</source>
        <translation>立案条件</translation>
    </message>
    <message>
        <source>Closing condition</source>
        <translation>结案条件</translation>
    </message>
    <message>
        <source>Handling unit</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>Told that nothing was done</source>
        <translation>已提醒单位</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>处置人员</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>采集员</translation>
    </message>
    <message>
        <source>Same as case file</source>
        <translation>重复的案卷</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>核查结果</translation>
    </message>
    <message>
        <source>Who said so</source>
        <translation>告知人</translation>
    </message>
    <message>
        <source>By way of</source>
        <translation>告知方式</translation>
    </message>
    <message>
        <source>Said at</source>
        <translation>告知时间</translation>
    </message>
    <message>
        <source>Suspended until</source>
        <translation>挂账至</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Order goes by</source>
        <translation>派单方式</translation>
    </message>
    <message>
        <source>Answer of the unit</source>
        <translation>单位答复</translation>
    </message>
</context>
<context>
    <name>GroupAnswers</name>
    <message>
        <source>Send what is left (nothing is taken twice)</source>
        <translation>发送剩余的（不会重复办理）</translation>
    </message>
    <message>
        <source>{done} of {whole} done</source>
        <translation>{whole} 件中已办 {done} 件</translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation>{count} 件被拒绝</translation>
    </message>
    <message>
        <source>{count} not answered yet</source>
        <translation>{count} 件尚无答复</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>sending …</source>
        <translation>正在发送……</translation>
    </message>
    <message>
        <source>no answer came: nobody knows yet whether it was taken</source>
        <translation>未收到答复：尚不知是否已办理</translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>Claimed</source>
        <translation>已认领</translation>
    </message>
    <message>
        <source>Claim given back</source>
        <translation>已放弃认领</translation>
    </message>
    <message>
        <source>{count} case files chosen</source>
        <translation>已选 {count} 件案卷</translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{whole} 件中 {part} 件</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>认领</translation>
    </message>
    <message>
        <source>Give the claims back</source>
        <translation>放弃认领</translation>
    </message>
    <message>
        <source>There is nothing that can be done with all of them together.</source>
        <translation>没有可对它们一并办理的事项。</translation>
    </message>
</context>
<context>
    <name>HandoverPanel</name>
    <message>
        <source>Once taken over, this handover can never be changed again.</source>
        <translation>确认接班后，本次交接内容不可再更改。</translation>
    </message>
    <message>
        <source>Yes, take over (Ctrl+Enter)</source>
        <translation>确认接班（Ctrl+回车）</translation>
    </message>
    <message>
        <source>Save the shift report</source>
        <translation>保存交接班报告</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Remark on taking over</source>
        <translation>接班意见</translation>
    </message>
    <message>
        <source>Note for the next shift</source>
        <translation>给下一班的说明</translation>
    </message>
    <message>
        <source>For</source>
        <translation>交给</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>PDF …</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>本班上报</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>本班办理</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>移交事项</translation>
    </message>
    <message>
        <source>To be known</source>
        <translation>其他说明</translation>
    </message>
    <message>
        <source>Calls owed ({count})</source>
        <translation>待回访（{count}）</translation>
    </message>
    <message>
        <source>Whoever comes next</source>
        <translation>下一班值班长</translation>
    </message>
    <message>
        <source>Nothing has been handed over yet. A shift leader prepares the report from the log.</source>
        <translation>尚无交接班记录。由值班长根据日志准备交接班报告。</translation>
    </message>
    <message>
        <source>Draft of {name}; facts taken {time}</source>
        <translation>{name} 的草稿，汇总于 {time}</translation>
    </message>
    <message>
        <source>Handed over by {name}, {time}; waits to be taken over</source>
        <translation>{name} 已于 {time} 交班，等待接班</translation>
    </message>
    <message>
        <source>Taken over by {name}, {time}</source>
        <translation>{name} 已于 {time} 接班</translation>
    </message>
    <message>
        <source>Refresh (F5)</source>
        <translation>重新汇总（F5）</translation>
    </message>
    <message>
        <source>Prepare (F5)</source>
        <translation>准备交班（F5）</translation>
    </message>
    <message>
        <source>Hand over (Ctrl+Enter)</source>
        <translation>交班（Ctrl+回车）</translation>
    </message>
    <message>
        <source>Take over (Ctrl+Enter)</source>
        <translation>接班（Ctrl+回车）</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>正在发送…</translation>
    </message>
</context>
<context>
    <name>HazardSwitch</name>
    <message>
        <source>Hazard density</source>
        <translation>隐患密度</translation>
    </message>
    <message>
        <source>Last {hours} h</source>
        <translation>近 {hours} 小时</translation>
    </message>
    <message>
        <source>Last {days} days</source>
        <translation>近 {days} 天</translation>
    </message>
    <message>
        <source>Where alarms and open case files of the last {hours} h crowd, live ({key})</source>
        <translation>近 {hours} 小时报警和未结案卷的聚集处，实时更新（{key}）</translation>
    </message>
</context>
<context>
    <name>IndicatorPanel</name>
    <message>
        <source>Counting was stopped. To count, choose the period again.</source>
        <translation>已停止统计。如需统计，请重新选择时段。</translation>
    </message>
    <message>
        <source>As counted before. {reason}</source>
        <translation>以下为此前的统计结果。{reason}</translation>
    </message>
    <message>
        <source>No figures</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Not live since {time}</source>
        <translation>自 {time} 起数据非实时</translation>
    </message>
    <message>
        <source>The period that is counted</source>
        <translation>统计时段</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop counting (Esc)</source>
        <translation>停止统计（Esc）</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>As a picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>近 24 小时</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>本年</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>收结案</translation>
    </message>
    <message>
        <source>Case files found and closed by hour</source>
        <translation>逐时发现与结案的案卷数</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>在办时长</translation>
    </message>
    <message>
        <source>Open case files by age and by how their limit stands</source>
        <translation>办理中案卷的时长与时限状态</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>按期</translation>
    </message>
    <message>
        <source>Share closed on time, by handling unit</source>
        <translation>各处置单位按期结案率</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>All shares of the period, with their denominators</source>
        <translation>本时段各项指标及其分母</translation>
    </message>
    <message>
        <source>Collectors</source>
        <translation>采集员</translation>
    </message>
    <message>
        <source>What each collector reported, and how much of it was filed</source>
        <translation>每名采集员上报多少、其中立案多少</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>漏报</translation>
    </message>
    <message>
        <source>Missed rate by unit grid: what the public had to report</source>
        <translation>各单元网格漏报率：由公众举报的立案</translation>
    </message>
    <message>
        <source>States</source>
        <translation>运行状态</translation>
    </message>
    <message>
        <source>What became of the task lists of areas that were out of the normal</source>
        <translation>非常态区域任务清单的落实情况</translation>
    </message>
    <message>
        <source>{bar} – Enter</source>
        <translation>{bar} · 回车查看</translation>
    </message>
</context>
<context>
    <name>Indicators</name>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Done in time</source>
        <translation>按期落实率</translation>
    </message>
    <message>
        <source>Of the list</source>
        <translation>按期 / 应办</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>迟办</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未办</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>All areas were in the normal state. {span}.</source>
        <translation>各区域均为常态。{span}。</translation>
    </message>
    <message>
        <source>{kept} of {asked} tasks asked for by operating states were done in time = {share}; {late} not as often as asked, {open} not at all. Times an area was out of the normal: {count}. {span}.</source>
        <translation>运行状态要求的任务 {asked} 项，按期落实 {kept} 项 = {share}；未按要求频次落实 {late} 项，未办 {open} 项。区域进入非常态 {count} 次。{span}。</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Nearly due</source>
        <translation>临期</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>时限内</translation>
    </message>
    <message>
        <source>No limit running</source>
        <translation>未计时</translation>
    </message>
    <message>
        <source>Closed on time</source>
        <translation>按期结案</translation>
    </message>
    <message>
        <source>Closed late</source>
        <translation>超期结案</translation>
    </message>
    <message>
        <source>Not closed</source>
        <translation>未结案</translation>
    </message>
    <message>
        <source>Reported by {name}</source>
        <translation>{name} 上报</translation>
    </message>
    <message>
        <source>From the public · {grid}</source>
        <translation>公众举报 · {grid}</translation>
    </message>
    <message>
        <source>Filed, none of them from the public · {grid}</source>
        <translation>立案（均非公众举报）· {grid}</translation>
    </message>
    <message>
        <source>{starts} to {ends}</source>
        <translation>{starts} 至 {ends}</translation>
    </message>
    <message>
        <source>Found {found}, closed {closed}, {span}. Closed ones may have been found before.</source>
        <translation>发现 {found} 件，结案 {closed} 件，{span}。结案中含此前发现的案卷。</translation>
    </message>
    <message>
        <source>{late} of {total} open case files are over the limit that is running: {share}.</source>
        <translation>办理中案卷 {total} 件，其中超过当前时限 {late} 件，占 {share}。</translation>
    </message>
    <message>
        <source>Due {due}: deadline in the period, or carried over ({carried}). Closed {closed} = {closing}, on time {on_time} = {timely}. {span}.</source>
        <translation>应结案 {due} 件（时段内到期，含上期结转 {carried} 件）；结案 {closed} 件，结案率 {closing}；按期结案 {on_time} 件，按期结案率 {timely}。{span}。</translation>
    </message>
    <message>
        <source>Each share stands with what it is a share of. Grades: {grades}. {span}.</source>
        <translation>各项指标均列出分子与分母。等级：{grades}。{span}。</translation>
    </message>
    <message>
        <source>Closing rate</source>
        <translation>结案率</translation>
    </message>
    <message>
        <source>closed / due</source>
        <translation>结案数 / 应结案数</translation>
    </message>
    <message>
        <source>On-time closing rate</source>
        <translation>按期结案率</translation>
    </message>
    <message>
        <source>closed on time / due</source>
        <translation>按期结案数 / 应结案数</translation>
    </message>
    <message>
        <source>Filing rate</source>
        <translation>立案率</translation>
    </message>
    <message>
        <source>filed / reported</source>
        <translation>立案数 / 上报数</translation>
    </message>
    <message>
        <source>Advance discovery rate</source>
        <translation>提前发现率</translation>
    </message>
    <message>
        <source>first found by the street / found by street or higher level</source>
        <translation>街道先发现数 / 街道与上级发现总数</translation>
    </message>
    <message>
        <source>Missed rate</source>
        <translation>漏报率</translation>
    </message>
    <message>
        <source>filed from the hotline / filed</source>
        <translation>热线来源立案数 / 立案总数</translation>
    </message>
    <message>
        <source>On-time dispatch rate</source>
        <translation>按期派遣率</translation>
    </message>
    <message>
        <source>dispatched on time / to dispatch</source>
        <translation>按期派遣 / 应派遣</translation>
    </message>
    <message>
        <source>Accurate dispatch rate</source>
        <translation>准确派遣率</translation>
    </message>
    <message>
        <source>dispatched and not reworked / to dispatch</source>
        <translation>派遣且未返工 / 应派遣</translation>
    </message>
    <message>
        <source>Rework rate</source>
        <translation>返工率</translation>
    </message>
    <message>
        <source>reworked / handled</source>
        <translation>返工数 / 处置数</translation>
    </message>
    <message>
        <source>Apart: recorded on behalf</source>
        <translation>单列：代录处置</translation>
    </message>
    <message>
        <source>handling recorded on behalf / handled</source>
        <translation>代录处置数 / 已处置数</translation>
    </message>
    <message>
        <source>Apart: ended by force</source>
        <translation>单列：强制结案</translation>
    </message>
    <message>
        <source>ended by force / closed</source>
        <translation>强制结案数 / 结案数</translation>
    </message>
    <message>
        <source>Apart: closed on the spot</source>
        <translation>单列：自行处置结案</translation>
    </message>
    <message>
        <source>closed on the spot by the finder / closed</source>
        <translation>发现人自行处置结案数 / 结案数</translation>
    </message>
    <message>
        <source>Apart: by one person on both axes</source>
        <translation>单列：跨轴办理（例外）</translation>
    </message>
    <message>
        <source>steps of who worked on both axes in one shift / steps of both axes</source>
        <translation>同班次跨双轴办理的步骤数 / 双轴全部步骤数</translation>
    </message>
    <message>
        <source>not closed</source>
        <translation>未结案</translation>
    </message>
    <message>
        <source>late or not closed</source>
        <translation>逾期或未结案</translation>
    </message>
    <message>
        <source>not filed</source>
        <translation>未立案</translation>
    </message>
    <message>
        <source>first found by a higher level</source>
        <translation>上级先发现</translation>
    </message>
    <message>
        <source>found by the public</source>
        <translation>公众发现</translation>
    </message>
    <message>
        <source>not dispatched in time</source>
        <translation>未按期派遣</translation>
    </message>
    <message>
        <source>reworked or not dispatched</source>
        <translation>返工或未派遣</translation>
    </message>
    <message>
        <source>reworked</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>recorded on behalf</source>
        <translation>代录处置</translation>
    </message>
    <message>
        <source>ended by force</source>
        <translation>强制结案</translation>
    </message>
    <message>
        <source>closed on the spot</source>
        <translation>自行处置结案</translation>
    </message>
    <message>
        <source>with such a step</source>
        <translation>有跨轴步骤的</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>时</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Case files (number)</source>
        <translation>案卷数（件）</translation>
    </message>
    <message>
        <source>Open case files (number)</source>
        <translation>办理中案卷（件）</translation>
    </message>
    <message>
        <source>Age since first found (h, d)</source>
        <translation>自首次发现起的时长（时、日）</translation>
    </message>
    <message>
        <source>Share of what was due (%)</source>
        <translation>占应结案的比例（%）</translation>
    </message>
    <message>
        <source>Handling unit</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应结案</translation>
    </message>
    <message>
        <source>Carried over</source>
        <translation>上期结转</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>分子 / 分母</translation>
    </message>
    <message>
        <source>What of what</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>采集员</translation>
    </message>
    <message>
        <source>Filed / reported</source>
        <translation>立案 / 上报</translation>
    </message>
    <message>
        <source>Closed on the spot</source>
        <translation>现场快速结案</translation>
    </message>
    <message>
        <source>No collector’s report is counted here. {span}.</source>
        <translation>此处没有可统计的采集员上报。{span}。</translation>
    </message>
    <message>
        <source>Filed {filed} of {reported} reported by collectors = {share}; {quick} more closed on the spot, counted apart. {span}.</source>
        <translation>采集员上报 {reported} 件，立案 {filed} 件 = {share}；另有 {quick} 件现场快速结案，单独统计。{span}。</translation>
    </message>
    <message>
        <source>Unit grid</source>
        <translation>单元网格</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Missed / filed</source>
        <translation>公众举报 / 立案</translation>
    </message>
    <message>
        <source>The public reported {missed} of {filed} filed in {count} unit grids = {share} missed. {span}.</source>
        <translation>{count} 个单元网格立案 {filed} 件，其中公众举报 {missed} 件，漏报率 {share}。{span}。</translation>
    </message>
    <message>
        <source>(no unit)</source>
        <translation>（无处置单位）</translation>
    </message>
    <message>
        <source>d</source>
        <translation>日</translation>
    </message>
    <message>
        <source>h</source>
        <translation>时</translation>
    </message>
</context>
<context>
    <name>IntakePanel</name>
    <message>
        <source>Choose a class from the list.</source>
        <translation>请从列表中选择类别。</translation>
    </message>
    <message>
        <source>Say where: click on the map, or give coordinates, an address or a component's identity code.</source>
        <translation>请指明位置：在地图上点选，或输入坐标、地址或部件标识码。</translation>
    </message>
    <message>
        <source>17 digits</source>
        <translation>17 位</translation>
    </message>
    <message>
        <source>Pick on the map</source>
        <translation>在地图上点选</translation>
    </message>
    <message>
        <source>From a CSV file …</source>
        <translation>从 CSV 文件…</translation>
    </message>
    <message>
        <source>Wants to be called back</source>
        <translation>需要回访</translation>
    </message>
    <message>
        <source>Report (Enter)</source>
        <translation>上报（回车）</translation>
    </message>
    <message>
        <source>Later (Esc)</source>
        <translation>稍后再办（Esc）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>or coordinates</source>
        <translation>或坐标</translation>
    </message>
    <message>
        <source>or component</source>
        <translation>或部件</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>New case file</source>
        <translation>新建案卷</translation>
    </message>
    <message>
        <source>There is no component {code}.</source>
        <translation>没有部件 {code}。</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>尚未选择</translation>
    </message>
    <message>
        <source>{x} m E, {y} m N</source>
        <translation>东 {x} 米，北 {y} 米</translation>
    </message>
    <message>
        <source>outside the subdistrict</source>
        <translation>位于本街道以外</translation>
    </message>
    <message>
        <source>A caller is given: the source is now {source}. If that is not so, choose another source.</source>
        <translation>填写了来电人，来源已改为“{source}”；若不是，请另选来源。</translation>
    </message>
    <message>
        <source>Perhaps known already:</source>
        <translation>可能已有案卷：</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>正在提交…</translation>
    </message>
    <message>
        <source>No answer came. Press Enter once the room is live: it will not be reported twice.</source>
        <translation>未收到答复。恢复实时后请再按回车，不会重复上报。</translation>
    </message>
</context>
<context>
    <name>Locator</name>
    <message>
        <source>Not live since {time}: the room cannot be searched now.</source>
        <translation>自 {time} 起连接中断，暂不能检索指挥室。</translation>
    </message>
    <message>
        <source>{thing}: its place is not known.</source>
        <translation>{thing}：位置未知。</translation>
    </message>
</context>
<context>
    <name>LockLine</name>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Read only since {time}</source>
        <translation>自 {time} 起只读</translation>
    </message>
    <message>
        <source>The desk opens by itself as soon as the server keeps things again.</source>
        <translation>服务器恢复保存后，席位会自动解锁。</translation>
    </message>
    <message>
        <source>Not live since {time}</source>
        <translation>{time} 起非实时</translation>
    </message>
    <message>
        <source>What stands here was so then; what is written is kept.</source>
        <translation>此处显示的是当时的情况；已填写的内容会保留。</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>{title}: {share} % counted</source>
        <translation>{title}：已计 {share}%</translation>
    </message>
    <message>
        <source>per km²</source>
        <translation>每平方千米</translation>
    </message>
    <message>
        <source>Live hazard density, last {hours} h</source>
        <translation>实时隐患密度（近 {hours} 小时）</translation>
    </message>
    <message>
        <source>Alarms and open cases per km²</source>
        <translation>每平方千米的报警与未结案卷数</translation>
    </message>
    <message>
        <source>What is here</source>
        <translation>此处有什么</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Nothing here at this scale. Zoom in to see components.</source>
        <translation>此比例尺下没有要素。放大后可见部件。</translation>
    </message>
    <message>
        <source>Arterial street</source>
        <translation>主干路</translation>
    </message>
    <message>
        <source>Benches</source>
        <translation>座椅</translation>
    </message>
    <message>
        <source>Bicycles and parking</source>
        <translation>非机动车与停车设施</translation>
    </message>
    <message>
        <source>Bin fill gauge</source>
        <translation>垃圾满溢监测</translation>
    </message>
    <message>
        <source>Bins and refuse</source>
        <translation>垃圾收集设施</translation>
    </message>
    <message>
        <source>Branch street</source>
        <translation>支路</translation>
    </message>
    <message>
        <source>Bridges and underpasses</source>
        <translation>桥梁与地下通道</translation>
    </message>
    <message>
        <source>Bus and taxi stops</source>
        <translation>公交与出租车站</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>监控设施</translation>
    </message>
    <message>
        <source>Charging posts</source>
        <translation>充电桩</translation>
    </message>
    <message>
        <source>Cityscape and sanitation</source>
        <translation>市容环境设施</translation>
    </message>
    <message>
        <source>Cleared, not acknowledged</source>
        <translation>已消除，未确认</translation>
    </message>
    <message>
        <source>Combustible-gas detector</source>
        <translation>可燃气体探测器</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>破损</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区</translation>
    </message>
    <message>
        <source>Disused</source>
        <translation>废弃</translation>
    </message>
    <message>
        <source>Door contact</source>
        <translation>门磁</translation>
    </message>
    <message>
        <source>E-bike charging monitor</source>
        <translation>电动自行车充电监测</translation>
    </message>
    <message>
        <source>Fire-fighting facilities</source>
        <translation>消防设施</translation>
    </message>
    <message>
        <source>Fire-lane magnetometer</source>
        <translation>消防通道地磁</translation>
    </message>
    <message>
        <source>Fitness equipment</source>
        <translation>健身设施</translation>
    </message>
    <message>
        <source>Footway</source>
        <translation>步行道</translation>
    </message>
    <message>
        <source>Gas and fuel</source>
        <translation>燃气与燃料设施</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>门禁</translation>
    </message>
    <message>
        <source>Greening</source>
        <translation>园林绿化设施</translation>
    </message>
    <message>
        <source>Guardrails and barriers</source>
        <translation>护栏与隔离设施</translation>
    </message>
    <message>
        <source>Homes</source>
        <translation>住宅</translation>
    </message>
    <message>
        <source>Hydrant pressure gauge</source>
        <translation>消火栓压力</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>未超时</translation>
    </message>
    <message>
        <source>Kiosks and booths</source>
        <translation>亭类设施</translation>
    </message>
    <message>
        <source>Lamps</source>
        <translation>照明设施</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>里弄、通道</translation>
    </message>
    <message>
        <source>Manhole covers and grates</source>
        <translation>井盖与雨水箅子</translation>
    </message>
    <message>
        <source>Manhole-cover tilt</source>
        <translation>井盖倾角</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Monitoring stations</source>
        <translation>监测设施</translation>
    </message>
    <message>
        <source>Noise meter</source>
        <translation>噪声监测</translation>
    </message>
    <message>
        <source>Open with them, ▲ late</source>
        <translation>在办件数，▲ 为超时</translation>
    </message>
    <message>
        <source>Other buildings</source>
        <translation>其他建筑</translation>
    </message>
    <message>
        <source>Other components</source>
        <translation>其他部件</translation>
    </message>
    <message>
        <source>Other facilities</source>
        <translation>其他设施</translation>
    </message>
    <message>
        <source>Other sensor</source>
        <translation>其他传感器</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Poles and pylons</source>
        <translation>立杆与铁塔</translation>
    </message>
    <message>
        <source>Position is old</source>
        <translation>位置已过时</translation>
    </message>
    <message>
        <source>Position known</source>
        <translation>位置有效</translation>
    </message>
    <message>
        <source>Power and telecom cabinets</source>
        <translation>电力与通信箱柜</translation>
    </message>
    <message>
        <source>Priority 1, acknowledged</source>
        <translation>1 级，已确认</translation>
    </message>
    <message>
        <source>Priority 1, not acknowledged</source>
        <translation>1 级，未确认</translation>
    </message>
    <message>
        <source>Priority 2, acknowledged</source>
        <translation>2 级，已确认</translation>
    </message>
    <message>
        <source>Priority 2, not acknowledged</source>
        <translation>2 级，未确认</translation>
    </message>
    <message>
        <source>Priority 3, acknowledged</source>
        <translation>3 级，已确认</translation>
    </message>
    <message>
        <source>Priority 3, not acknowledged</source>
        <translation>3 级，未确认</translation>
    </message>
    <message>
        <source>Public toilets</source>
        <translation>公共厕所</translation>
    </message>
    <message>
        <source>Public utilities</source>
        <translation>市政公用设施</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Road-flood gauge</source>
        <translation>道路积水监测</translation>
    </message>
    <message>
        <source>Schools, hospitals, markets</source>
        <translation>学校、医院、市场</translation>
    </message>
    <message>
        <source>Secondary street</source>
        <translation>次干路</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>Signs and boards</source>
        <translation>标牌</translation>
    </message>
    <message>
        <source>Smoke detector</source>
        <translation>烟感</translation>
    </message>
    <message>
        <source>Street-lamp current</source>
        <translation>路灯电流</translation>
    </message>
    <message>
        <source>Subdistrict</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>交通设施</translation>
    </message>
    <message>
        <source>Traffic lights</source>
        <translation>交通信号设施</translation>
    </message>
    <message>
        <source>Trees</source>
        <translation>树木</translation>
    </message>
    <message>
        <source>Several, all waiting elsewhere</source>
        <translation>多件，均在他处办理</translation>
    </message>
    <message>
        <source>Several, some in time</source>
        <translation>多件，含期限内</translation>
    </message>
    <message>
        <source>Waiting elsewhere</source>
        <translation>他处办理</translation>
    </message>
    <message>
        <source>Water-level gauge</source>
        <translation>液位计</translation>
    </message>
    <message>
        <source>Yellow light</source>
        <translation>黄灯</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已终结</translation>
    </message>
    <message>
        <source>Not acknowledged</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Map printed to {link}</source>
        <translation>地图已打印至 {link}</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>轮廓</translation>
    </message>
    <message>
        <source>By open cases</source>
        <translation>按在办案卷</translation>
    </message>
    <message>
        <source>Open cases: {range}</source>
        <translation>在办案卷：{range}</translation>
    </message>
    <message>
        <source>By overdue share</source>
        <translation>按超时占比</translation>
    </message>
    <message>
        <source>Overdue of open cases: {range} %</source>
        <translation>在办案卷超时占比：{range} %</translation>
    </message>
    <message>
        <source>By alarms</source>
        <translation>按报警</translation>
    </message>
    <message>
        <source>Standing alarms: {range}</source>
        <translation>当前报警：{range}</translation>
    </message>
    <message>
        <source>{area}, until {time}</source>
        <translation>{area}，至{time}</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案卷</translation>
    </message>
    <message>
        <source>Alarms and sensors</source>
        <translation>报警与传感器</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Divisions</source>
        <translation>区划</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Streets and buildings</source>
        <translation>道路与建筑</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>权属单位</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Handling unit</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>Unit grid</source>
        <translation>单元网格</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Open cases by urgency</source>
        <translation>在办案卷（按紧急程度）</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案卷</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>Cases in time, grouped</source>
        <translation>未超时案卷（聚合）</translation>
    </message>
    <message>
        <source>Alarms by priority</source>
        <translation>报警（按级别）</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>传感器</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>报警时间</translation>
    </message>
    <message>
        <source>Staff in the field</source>
        <translation>外勤人员</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>在办案卷</translation>
    </message>
    <message>
        <source>Position of</source>
        <translation>定位时间</translation>
    </message>
    <message>
        <source>Patrol routes of this shift</source>
        <translation>本班巡查路线</translation>
    </message>
    <message>
        <source>Areas out of the normal</source>
        <translation>非常态区域</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Grid worker</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>Responsible grid</source>
        <translation>责任网格</translation>
    </message>
    <message>
        <source>Overdue of them</source>
        <translation>其中超时</translation>
    </message>
    <message>
        <source>Standing alarms</source>
        <translation>当前报警</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>传感器</translation>
    </message>
    <message>
        <source>Components by class</source>
        <translation>部件（按类别）</translation>
    </message>
    <message>
        <source>Components from afar</source>
        <translation>部件（远观）</translation>
    </message>
    <message>
        <source>Components not intact</source>
        <translation>非完好部件</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>建筑</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Floors</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Streets</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘图</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>PatrolChecksBox</name>
    <message>
        <source>Second sweep, by lot</source>
        <translation>背靠背复查（抽签）</translation>
    </message>
    <message>
        <source> grids</source>
        <translation> 个网格</translation>
    </message>
    <message>
        <source>What is drawn stays in the log, and comes again only when every other grid was drawn.</source>
        <translation>抽取结果记入日志，不可撤销；其他网格全部抽到之前不会再次抽到。</translation>
    </message>
    <message>
        <source>Yes, draw</source>
        <translation>确认抽取</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>正在发送……</translation>
    </message>
    <message>
        <source>No grid was drawn yet; there are {total}. Each is drawn once before any comes again.</source>
        <translation>尚未抽取网格，共 {total} 个。每个网格抽到一次之后才会重新开始。</translation>
    </message>
    <message>
        <source>Round {round}: {drawn} of {total} grids drawn. Last draw, {time}, {person}:</source>
        <translation>第 {round} 轮：已抽 {drawn}／{total} 个网格。最近一次（{time}，{person}）：</translation>
    </message>
    <message>
        <source>{grid}, by somebody else than {person}</source>
        <translation>{grid}，由 {person} 以外的人复查</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>抽取</translation>
    </message>
</context>
<context>
    <name>PatrolPlansPanel</name>
    <message>
        <source>Yes, do it</source>
        <translation>确认执行</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Print the routes</source>
        <translation>打印路线</translation>
    </message>
    <message>
        <source>A page for each officer, as a PDF</source>
        <translation>每名巡查员一页，输出 PDF</translation>
    </message>
    <message>
        <source>Choose one, or two to compare them.</source>
        <translation>选择一个方案，或选择两个进行比较。</translation>
    </message>
    <message>
        <source>No plan of patrol is saved yet. In the Processing toolbox: Plan patrols, then Save patrol plan.</source>
        <translation>尚未保存巡查方案。请在处理工具箱中先运行“巡查路线规划”，再运行“保存巡查方案”。</translation>
    </message>
    <message>
        <source>{street}: officer {one} → {other}</source>
        <translation>{street}：巡查员 {one} → {other}</translation>
    </message>
    <message>
        <source>{count} streets change hands.</source>
        <translation>{count} 条街道换由他人巡查。</translation>
    </message>
    <message>
        <source>{name}: {officers} officers, {metres} km, longest {longest} min, longest ÷ mean {fairness}</source>
        <translation>{name}：{officers} 名巡查员，{metres} 公里，最长 {longest} 分钟，最长 ÷ 平均 {fairness}</translation>
    </message>
    <message>
        <source>; within {gap} % of the best possible</source>
        <translation>；与最优相差不超过 {gap} %</translation>
    </message>
    <message>
        <source>; {count} streets left out</source>
        <translation>；{count} 条街道未覆盖</translation>
    </message>
    <message>
        <source>; saved by {person}</source>
        <translation>；保存人 {person}</translation>
    </message>
    <message>
        <source>“{name}” goes from the map of every desk.</source>
        <translation>“{name}”将从各席位地图上撤下。</translation>
    </message>
    <message>
        <source>Every desk shows “{name}” during its shift.</source>
        <translation>“{name}”将在班次期间显示于各席位。</translation>
    </message>
    <message>
        <source>“{former}” is withdrawn.</source>
        <translation>“{former}”随之撤回。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Publish to the shift</source>
        <translation>向班次发布</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草案</translation>
    </message>
    <message>
        <source>● published</source>
        <translation>● 已发布</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Patrol plans</source>
        <translation>巡查方案</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>Sending {file} …</source>
        <translation>正在发送 {file} …</translation>
    </message>
    <message>
        <source>Attach to the case file</source>
        <translation>为案卷添加附件</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Attach photos, PDF or video; they can be dropped or pasted (Ctrl+V) here too</source>
        <translation>添加照片、PDF 或视频；也可拖放到此处，或按 Ctrl+V 粘贴</translation>
    </message>
    <message>
        <source>Photos, PDF, video ({patterns})</source>
        <translation>照片、PDF、视频（{patterns}）</translation>
    </message>
    <message>
        <source>Photos and files: {count}</source>
        <translation>照片与附件：{count}</translation>
    </message>
</context>
<context>
    <name>PhotoView</name>
    <message>
        <source>Loading …</source>
        <translation>正在载入…</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回（Esc）</translation>
    </message>
    <message>
        <source>This kind of file is not shown here; save it to open it.</source>
        <translation>此类文件无法在此显示，请另存后打开。</translation>
    </message>
</context>
<context>
    <name>Photos</name>
    <message>
        <source>Before</source>
        <translation>处置前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>处置后</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>Processing</name>
    <message>
        <source>Room (service name)</source>
        <translation>指挥室（服务名）</translation>
    </message>
    <message>
        <source>Entry of the pg_service file that leads to the room; the default is the desk's own room.</source>
        <translation>通往指挥室的 pg_service 条目，默认为本席位的指挥室。</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件点</translation>
    </message>
    <message>
        <source>Cases, alarms, hazards or any points. Each point is one event, each part of a multipoint too. Any coordinate system will do.</source>
        <translation>案卷、报警、隐患或任意点图层。每个点算一个事件，多点要素的每个部分也各算一个。任何坐标系均可。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Date or time of the event. Without one, a field with a usual name is taken.</source>
        <translation>事件的日期或时间；留空则取常用名称的字段。</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Number field that says how much an event counts; without one, each counts one.</source>
        <translation>表示每个事件计多少的数值字段；留空则每个事件计一。</translation>
    </message>
    <message>
        <source>Control false discoveries</source>
        <translation>控制错误发现率</translation>
    </message>
    <message>
        <source>Field {field} was found by its name.</source>
        <translation>已按名称找到字段 {field}。</translation>
    </message>
    <message>
        <source>{count} features have no place and do not count, such as {features}.</source>
        <translation>有 {count} 个要素没有位置，不计入，例如 {features}。</translation>
    </message>
    <message>
        <source>{count} events were read.</source>
        <translation>已读取 {count} 个事件。</translation>
    </message>
    <message>
        <source>No cell of the raster lies in the study area.</source>
        <translation>栅格没有任何像元位于研究区内。</translation>
    </message>
    <message>
        <source>Rule of thumb (Silverman)</source>
        <translation>经验法则（西尔弗曼）</translation>
    </message>
    <message>
        <source>The distance below</source>
        <translation>使用下面给定的距离</translation>
    </message>
    <message>
        <source>Cross-validation, likelihood</source>
        <translation>交叉验证（似然）</translation>
    </message>
    <message>
        <source>Cross-validation, least squares</source>
        <translation>交叉验证（最小二乘）</translation>
    </message>
    <message>
        <source>Adaptive (Abramson)</source>
        <translation>自适应（阿布拉姆森）</translation>
    </message>
    <message>
        <source>Rule of thumb: from the spread and number of events. Cross-validation: the bandwidth that foretells events left out best.</source>
        <translation>经验法则：由事件的离散程度和数量推算。交叉验证：对留出事件预测最好的带宽。</translation>
    </message>
    <message>
        <source>Adaptive: narrow where events crowd, wide where they are few.</source>
        <translation>自适应：事件密集处窄，稀疏处宽。</translation>
    </message>
    <message>
        <source>Bandwidth is chosen by</source>
        <translation>带宽的确定方式</translation>
    </message>
    <message>
        <source>Bandwidth (metres)</source>
        <translation>带宽（米）</translation>
    </message>
    <message>
        <source>How far an event reaches (Gaussian: one standard deviation). Given here, it is used in place of the rule of thumb, and is what an adaptive bandwidth varies around.</source>
        <translation>一个事件的影响距离（高斯核为一个标准差）。在此给定后将代替经验法则，自适应带宽也以它为基准变化。</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>核函数</translation>
    </message>
    <message>
        <source>How the weight thins out with distance. Quartic suits most; Gaussian has no edge.</source>
        <translation>权重随距离衰减的方式。四次核适合多数情况；高斯核没有明显边界。</translation>
    </message>
    <message>
        <source>Quartic</source>
        <translation>四次核</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>高斯核</translation>
    </message>
    <message>
        <source>Epanechnikov</source>
        <translation>二次核（叶帕涅奇尼科夫）</translation>
    </message>
    <message>
        <source>Triangular</source>
        <translation>三角核</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>均匀核</translation>
    </message>
    <message>
        <source>Cross-validation found its best at the end of what was tried; look closely.</source>
        <translation>交叉验证的最优值位于试算范围的端点，请仔细核对。</translation>
    </message>
    <message>
        <source>Bandwidths from {least} to {most} m.</source>
        <translation>带宽为 {least} 至 {most} 米。</translation>
    </message>
    <message>
        <source>Bandwidth {size} m.</source>
        <translation>带宽 {size} 米。</translation>
    </message>
    <message>
        <source>Import into the room</source>
        <translation>导入指挥室</translation>
    </message>
    <message>
        <source>Hazard analysis</source>
        <translation>隐患分析</translation>
    </message>
    <message>
        <source>Patrols</source>
        <translation>巡查</translation>
    </message>
    <message>
        <source>Saved results</source>
        <translation>已保存的结果</translation>
    </message>
    <message>
        <source>Import divisions</source>
        <translation>导入区划</translation>
    </message>
    <message>
        <source>Import streets</source>
        <translation>导入道路</translation>
    </message>
    <message>
        <source>Import buildings</source>
        <translation>导入建筑</translation>
    </message>
    <message>
        <source>Import components</source>
        <translation>导入部件</translation>
    </message>
    <message>
        <source>Hazard density</source>
        <translation>隐患密度</translation>
    </message>
    <message>
        <source>Relative hazard</source>
        <translation>相对隐患</translation>
    </message>
    <message>
        <source>Hot spots</source>
        <translation>热点</translation>
    </message>
    <message>
        <source>Emerging hot spots</source>
        <translation>新兴热点</translation>
    </message>
    <message>
        <source>Hazard rhythm</source>
        <translation>隐患时间规律</translation>
    </message>
    <message>
        <source>Grid summary</source>
        <translation>网格汇总</translation>
    </message>
    <message>
        <source>Street hazard density</source>
        <translation>道路隐患密度</translation>
    </message>
    <message>
        <source>Plan patrols</source>
        <translation>巡查路线规划</translation>
    </message>
    <message>
        <source>Replan patrols</source>
        <translation>巡查路线重新规划</translation>
    </message>
    <message>
        <source>Plan response</source>
        <translation>到场安排</translation>
    </message>
    <message>
        <source>Save patrol plan</source>
        <translation>保存巡查方案</translation>
    </message>
    <message>
        <source>Compare patrol plans</source>
        <translation>巡查方案比较</translation>
    </message>
    <message>
        <source>Print patrol plan</source>
        <translation>打印巡查方案</translation>
    </message>
    <message>
        <source>Draw patrol sample</source>
        <translation>抽取背靠背抽查网格</translation>
    </message>
    <message>
        <source>Keep tracks in the room</source>
        <translation>保存轨迹到指挥室</translation>
    </message>
    <message>
        <source>Compare tracks</source>
        <translation>轨迹对照</translation>
    </message>
    <message>
        <source>Compare sweeps</source>
        <translation>对照两次巡查</translation>
    </message>
    <message>
        <source>Save result to the room</source>
        <translation>保存结果到指挥室</translation>
    </message>
    <message>
        <source>Open result from the room</source>
        <translation>从指挥室打开结果</translation>
    </message>
    <message>
        <source>One plan</source>
        <translation>方案一</translation>
    </message>
    <message>
        <source>The other plan</source>
        <translation>方案二</translation>
    </message>
    <message>
        <source>Name or number of a saved plan; of several of one name, the newest.</source>
        <translation>已保存方案的名称或编号；同名时取最新的。</translation>
    </message>
    <message>
        <source>Streets that change hands</source>
        <translation>换人巡查的街道</translation>
    </message>
    <message>
        <source>Each street with its officers in the one plan and in the other.</source>
        <translation>各街道在两个方案中的巡查员。</translation>
    </message>
    <message>
        <source>{name} ({number}): {officers} officers, {metres} m, longest {longest} min, longest ÷ mean {fairness}, within {gap} % of the best possible, {count} streets left out.</source>
        <translation>{name}（{number}）：{officers} 名巡查员，{metres} 米，最长 {longest} 分钟，最长 ÷ 平均 {fairness}，与最优相差不超过 {gap} %，{count} 条街道未覆盖。</translation>
    </message>
    <message>
        <source>Findings of both sweeps</source>
        <translation>两次巡查的发现</translation>
    </message>
    <message>
        <source>No class is known of one of the sweeps: findings match by distance alone.</source>
        <translation>有一次巡查不知道类别：只按距离匹配。</translation>
    </message>
    <message>
        <source>{count} findings lie in none of the grids and do not count.</source>
        <translation>{count} 处发现不在任何网格内，不计入。</translation>
    </message>
    <message>
        <source>First sweep {first}, second {second}, both {both}: {missed} were missed by the first.</source>
        <translation>第一次 {first} 处，第二次 {second} 处，两次都发现 {both} 处：第一次漏报 {missed} 处。</translation>
    </message>
    <message>
        <source>The first sweep found {share} % of what the second did. If both looked independently, there are about {total} ± {error} in all.</source>
        <translation>第一次发现了第二次所见的 {share}%。若两次互不知情，总数约为 {total} ± {error} 处。</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>处漏报</translation>
    </message>
    <message>
        <source>Missed by grid</source>
        <translation>各网格漏报</translation>
    </message>
    <message>
        <source>Findings of the first sweep</source>
        <translation>第一次巡查的发现</translation>
    </message>
    <message>
        <source>What the first inspector reported, as points.</source>
        <translation>第一名巡查员上报的发现，点图层。</translation>
    </message>
    <message>
        <source>Class (first sweep)</source>
        <translation>类别（第一次）</translation>
    </message>
    <message>
        <source>Only findings of one class match. Without one, a usual name is looked for.</source>
        <translation>只有类别相同的发现才匹配。不选时按常用名称查找字段。</translation>
    </message>
    <message>
        <source>Findings of the second sweep</source>
        <translation>第二次巡查的发现</translation>
    </message>
    <message>
        <source>What the second inspector reported in the same grids, without knowing of the first's.</source>
        <translation>第二名巡查员在相同网格内、不知道第一次结果时上报的发现。</translation>
    </message>
    <message>
        <source>Class (second sweep)</source>
        <translation>类别（第二次）</translation>
    </message>
    <message>
        <source>Written as that of the first sweep is.</source>
        <translation>写法与第一次的类别相同。</translation>
    </message>
    <message>
        <source>Same thing within (metres)</source>
        <translation>视为同一事物的距离（米）</translation>
    </message>
    <message>
        <source>How far apart two inspectors may put one thing on the map.</source>
        <translation>两名巡查员标注同一事物时允许相差多远。</translation>
    </message>
    <message>
        <source>Grids checked</source>
        <translation>抽查的网格</translation>
    </message>
    <message>
        <source>Only findings in them count, and the table by grid is of them. Select those drawn.</source>
        <translation>只计其中的发现，并按这些网格列表。请先选中抽中的网格。</translation>
    </message>
    <message>
        <source>Every finding once: found by both, missed by the first, or by the first alone.</source>
        <translation>每处发现一个点：两次都发现、第一次漏报或仅第一次发现。</translation>
    </message>
    <message>
        <source>Findings of each sweep in each grid, what was missed, and the share found.</source>
        <translation>各网格两次巡查的发现数、漏报数和发现率。</translation>
    </message>
    <message>
        <source>Found by both</source>
        <translation>两次都发现</translation>
    </message>
    <message>
        <source>Missed by the first sweep</source>
        <translation>第一次漏报</translation>
    </message>
    <message>
        <source>Share the first sweep found (%)</source>
        <translation>第一次发现率（%）</translation>
    </message>
    <message>
        <source>How many there are by estimate</source>
        <translation>估计总数</translation>
    </message>
    <message>
        <source>Give the tracks as a layer, as files or as a day, one of the three.</source>
        <translation>轨迹请以图层、文件或日期三者之一给出。</translation>
    </message>
    <message>
        <source>Not every point has a time: tracks are taken in their order, without speeds and stops.</source>
        <translation>并非每个点都有时间：按点的先后顺序处理，不计速度和停留。</translation>
    </message>
    <message>
        <source>The room shows no tracks of {day}: none was kept, they have expired, or your post does not check patrols (evaluator, shift leader).</source>
        <translation>指挥室没有可查看的 {day} 轨迹：未曾保存、已到期删除，或您的岗位不负责巡查核对（评价员、值班长）。</translation>
    </message>
    <message>
        <source>The plan has no route of officer {name}: his track is shown without one.</source>
        <translation>规划中没有巡查员 {name} 的路线：只显示其轨迹。</translation>
    </message>
    <message>
        <source>Walked: {metres} m of streets. Stops: {stops}. Gaps in the signal: {gaps}.</source>
        <translation>沿街道行走 {metres} 米；停留 {stops} 次；信号中断 {gaps} 次。</translation>
    </message>
    <message>
        <source>{count} points lie far from every street and do not count.</source>
        <translation>{count} 个点远离所有街道，不计入。</translation>
    </message>
    <message>
        <source>Planned: {planned} m, covered: {share} %. Legs covered in order: {covered}, out of order: {out_of_order}, too fast to look: {too_fast}, missed: {missed}.</source>
        <translation>规划 {planned} 米，已覆盖 {share} %。按顺序覆盖的路段 {covered}，次序颠倒 {out_of_order}，过快来不及查看 {too_fast}，漏走 {missed}。</translation>
    </message>
    <message>
        <source>Day of tracks kept in the room</source>
        <translation>指挥室所存轨迹的日期</translation>
    </message>
    <message>
        <source>Instead of a layer or files: the walks that began on a day, as Keep tracks kept them.</source>
        <translation>代替图层或文件：由“保存轨迹到指挥室”保存、在该日开始的巡查。</translation>
    </message>
    <message>
        <source>Streets</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>Lines that meet in common corners: those the routes were planned on.</source>
        <translation>在公共节点处相接的线：应为规划路线所用的街道。</translation>
    </message>
    <message>
        <source>Planned routes</source>
        <translation>规划路线</translation>
    </message>
    <message>
        <source>The routes of Plan patrols. Without them, only what was walked is shown.</source>
        <translation>“巡查路线规划”输出的路线。不给时，只显示走过的街道。</translation>
    </message>
    <message>
        <source>Name of the street</source>
        <translation>街道名称</translation>
    </message>
    <message>
        <source>For the tables. Without one, a field with a usual name is taken.</source>
        <translation>用于表格。不选时，按常用名称查找字段。</translation>
    </message>
    <message>
        <source>One way</source>
        <translation>单行</translation>
    </message>
    <message>
        <source>For patrols on wheels: 0 both ways, 1 along the line, -1 against it. On foot, leave it empty.</source>
        <translation>用于乘车巡查：0 双向，1 沿线方向，-1 逆线方向。步行请留空。</translation>
    </message>
    <message>
        <source>Too fast to look above (km/h)</source>
        <translation>超过此速度视为来不及查看（千米/时）</translation>
    </message>
    <message>
        <source>Streets passed faster do not count as looked at: 10 on foot, 20 by bicycle.</source>
        <translation>更快经过的街道不算已查看：步行 10，骑车 20。</translation>
    </message>
    <message>
        <source>A stop lasts at least (minutes)</source>
        <translation>停留至少（分钟）</translation>
    </message>
    <message>
        <source>Who stays within 25 m for so long has stopped.</source>
        <translation>在 25 米范围内待满此时间即为停留。</translation>
    </message>
    <message>
        <source>A gap lasts more than (minutes)</source>
        <translation>信号中断超过（分钟）</translation>
    </message>
    <message>
        <source>Where no point came for longer, the way in between is not known.</source>
        <translation>超过此时间没有定位点，其间的走法即视为未知。</translation>
    </message>
    <message>
        <source>Noise of positions (metres)</source>
        <translation>定位误差（米）</translation>
    </message>
    <message>
        <source>How far off a point usually lies: 10 among houses, 5 in the open.</source>
        <translation>定位点通常偏离多少：楼群中 10，开阔处 5。</translation>
    </message>
    <message>
        <source>Streets walked</source>
        <translation>走过的街道</translation>
    </message>
    <message>
        <source>Every way along a street, with times and speed.</source>
        <translation>沿街道的每一段走法，含时间和速度。</translation>
    </message>
    <message>
        <source>Planned and walked</source>
        <translation>规划与实际</translation>
    </message>
    <message>
        <source>Every planned leg: covered, missed, out of order, too fast to look.</source>
        <translation>每个规划路段：已覆盖、漏走、次序颠倒、过快。</translation>
    </message>
    <message>
        <source>Stops and gaps</source>
        <translation>停留与信号中断</translation>
    </message>
    <message>
        <source>Where somebody stood, and where the signal was lost.</source>
        <translation>何处停留，何处信号中断。</translation>
    </message>
    <message>
        <source>Officers' tracks</source>
        <translation>各人轨迹</translation>
    </message>
    <message>
        <source>Sums of each officer.</source>
        <translation>每名巡查员的合计。</translation>
    </message>
    <message>
        <source>Officers and streets</source>
        <translation>各人各街</translation>
    </message>
    <message>
        <source>Sums of each officer and street.</source>
        <translation>每名巡查员在每条街道的合计。</translation>
    </message>
    <message>
        <source>Walked (metres)</source>
        <translation>行走（米）</translation>
    </message>
    <message>
        <source>Covered of the plan (%)</source>
        <translation>规划覆盖率（%）</translation>
    </message>
    <message>
        <source>Legs missed</source>
        <translation>漏走路段数</translation>
    </message>
    <message>
        <source>Legs out of order</source>
        <translation>次序颠倒路段数</translation>
    </message>
    <message>
        <source>Legs passed too fast</source>
        <translation>过快路段数</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>停留次数</translation>
    </message>
    <message>
        <source>Gaps in the signal</source>
        <translation>信号中断次数</translation>
    </message>
    <message>
        <source>Areas to count in</source>
        <translation>计数区域</translation>
    </message>
    <message>
        <source>Unit grids, patrol grids or others. Without any, cells are made.</source>
        <translation>单元网格、责任网格或其他区域。留空则自动生成格子。</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>格子形状</translation>
    </message>
    <message>
        <source>The shape of cells that are made; all neighbours of a hexagon are equally far.</source>
        <translation>自动生成的格子的形状；六边形到各邻域的距离相同。</translation>
    </message>
    <message>
        <source>Hexagons</source>
        <translation>六边形</translation>
    </message>
    <message>
        <source>Squares</source>
        <translation>方格</translation>
    </message>
    <message>
        <source>Width of cells (metres)</source>
        <translation>格子宽度（米）</translation>
    </message>
    <message>
        <source>Without one, √(2 · area ÷ events), so that a cell has two events on average.</source>
        <translation>留空则取 √(2 · 面积 ÷ 事件数)，平均每格两个事件。</translation>
    </message>
    <message>
        <source>{count} cells, {side} m wide.</source>
        <translation>{count} 个格子，宽 {side} 米。</translation>
    </message>
    <message>
        <source>{count} events lie in no area and do not count.</source>
        <translation>有 {count} 个事件不在任何区域内，不计入。</translation>
    </message>
    <message>
        <source>Patrol sample</source>
        <translation>背靠背抽查网格</translation>
    </message>
    <message>
        <source>All grids with their tickets; those drawn have a place in the order. Next draw's input.</source>
        <translation>全部网格及其签号；抽中的带有顺序号。可作为下一次抽取的输入。</translation>
    </message>
    <message>
        <source>Number of grids drawn</source>
        <translation>抽中网格数</translation>
    </message>
    <message>
        <source>Digest of the list drawn from</source>
        <translation>抽取名单的摘要</translation>
    </message>
    <message>
        <source>Seed: {seed}. Digest of the list drawn from: {digest}.</source>
        <translation>种子：{seed}。抽取名单的摘要：{digest}。</translation>
    </message>
    <message>
        <source>Drawn, in this order: {grids}.</source>
        <translation>依次抽中：{grids}。</translation>
    </message>
    <message>
        <source>All {count} grids whose turn it was are drawn; a new round begins.</source>
        <translation>本轮轮到的 {count} 个网格已全部抽中，开始新的一轮。</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Unit grids, patrol grids or others to draw from; the last draw's output, too.</source>
        <translation>从中抽取的单元网格、巡查网格或其他网格；也可以是上一次抽取的输出。</translation>
    </message>
    <message>
        <source>Code or name</source>
        <translation>编码或名称</translation>
    </message>
    <message>
        <source>What tells the grids apart. Without one, a field with a usual name is taken.</source>
        <translation>区分各网格的字段。不选时按常用名称查找字段。</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>抽取数量</translation>
    </message>
    <message>
        <source>Number of grids to draw.</source>
        <translation>抽取多少个网格。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Any text, best one that is known to all before and chosen by nobody, such as a lottery number. Without one, the date. The same seed and list draw the same grids.</source>
        <translation>任意文本，最好事先公开且无人能选，例如彩票号码。不填为当天日期。种子和名单相同，抽中的网格相同。</translation>
    </message>
    <message>
        <source>Cases or alarms: the more of them a grid has, the sooner it is drawn in its round.</source>
        <translation>案卷或报警：网格内越多，在本轮中越早抽中。</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Number field that says how much a grid weighs; without one, each weighs one.</source>
        <translation>表示网格权重的数值字段；不选时每个网格权重为一。</translation>
    </message>
    <message>
        <source>Checks so far</source>
        <translation>已抽查次数</translation>
    </message>
    <message>
        <source>How often a grid was drawn before: those with the fewest come first.</source>
        <translation>此前抽中几次：次数最少的先抽。</translation>
    </message>
    <message>
        <source>Last checked</source>
        <translation>上次抽查时间</translation>
    </message>
    <message>
        <source>The longer ago, the sooner it is drawn in its round; never is a year ago.</source>
        <translation>越久以前，在本轮中越早抽中；从未抽查的按一年前计。</translation>
    </message>
    <message>
        <source>Day of the draw</source>
        <translation>抽取日期</translation>
    </message>
    <message>
        <source>Without one, today.</source>
        <translation>不填为当天。</translation>
    </message>
    <message>
        <source>Say which field holds the time of the events.</source>
        <translation>请指定事件的时间字段。</translation>
    </message>
    <message>
        <source>{count} steps from {first} to before {last}.</source>
        <translation>共 {count} 个时段，自 {first} 起，至 {last} 前。</translation>
    </message>
    <message>
        <source>{count} events lie in a first or last step that is not whole and do not count.</source>
        <translation>{count} 个事件位于不完整的首末时段，不计入。</translation>
    </message>
    <message>
        <source>With {count} steps, patterns are rough: ten or more are wanted.</source>
        <translation>只有 {count} 个时段，类型较粗略，宜有十个以上。</translation>
    </message>
    <message>
        <source>Step of time</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Weeks begin on Monday. Ten steps or more are wanted.</source>
        <translation>每周从星期一开始，宜有十个以上时段。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Also first and last step if not whole</source>
        <translation>包含不完整的首末时段</translation>
    </message>
    <message>
        <source>A step that data only begin or end in has low counts for no other reason.</source>
        <translation>数据在其中开始或结束的时段，计数偏低仅因不完整。</translation>
    </message>
    <message>
        <source>Steps looked back</source>
        <translation>回看时段数</translation>
    </message>
    <message>
        <source>Neighbours in time: so many earlier steps count with each step.</source>
        <translation>时间邻域：每个时段连同此前若干时段一起计算。</translation>
    </message>
    <message>
        <source>Level of significance</source>
        <translation>显著性水平</translation>
    </message>
    <message>
        <source>Of hot and cold, and of the trend.</source>
        <translation>用于冷热判断和趋势判断。</translation>
    </message>
    <message>
        <source>Over all areas and steps together (Benjamini and Hochberg).</source>
        <translation>在所有区域和时段上一并控制。</translation>
    </message>
    <message>
        <source>The areas with pattern, trend, and how many steps were hot or cold.</source>
        <translation>区域及其类型、趋势、冷热时段数。</translation>
    </message>
    <message>
        <source>Cube as a table</source>
        <translation>时空立方体表格</translation>
    </message>
    <message>
        <source>One row for each area and step, with count, z and class.</source>
        <translation>每个区域每个时段一行，含计数、z 和等级。</translation>
    </message>
    <message>
        <source>Page of small maps</source>
        <translation>小地图页面</translation>
    </message>
    <message>
        <source>HTML page (*.html)</source>
        <translation>HTML 页面 (*.html)</translation>
    </message>
    <message>
        <source>A page to print or send: the patterns, and one small map for each step.</source>
        <translation>可打印或发送的页面：类型总图，以及每个时段一幅小地图。</translation>
    </message>
    <message>
        <source>Number of steps</source>
        <translation>时段数</translation>
    </message>
    <message>
        <source>Cold spots</source>
        <translation>冷点</translation>
    </message>
    <message>
        <source>Number of areas</source>
        <translation>区域数</translation>
    </message>
    <message>
        <source>{reason} It is feature {feature} of the layer.</source>
        <translation>{reason}即图层中的要素 {feature}。</translation>
    </message>
    <message>
        <source>The layer has no field {name}.</source>
        <translation>图层没有字段 {name}。</translation>
    </message>
    <message>
        <source>Feature {feature}: {field} holds no time ({count} such features).</source>
        <translation>要素 {feature}：字段 {field} 不是时间（共 {count} 个这样的要素）。</translation>
    </message>
    <message>
        <source>The layer of former routes has no {fields}: it is not what Plan patrols gave.</source>
        <translation>原路线图层缺少 {fields}：不是“巡查路线规划”的结果。</translation>
    </message>
    <message>
        <source>The layer of former routes is empty.</source>
        <translation>原路线图层为空。</translation>
    </message>
    <message>
        <source>Feature {feature} of the former routes does not run along these streets.</source>
        <translation>原路线的要素 {feature} 不在这些道路上。</translation>
    </message>
    <message>
        <source>{text} is no time of day, such as 08:00:00.</source>
        <translation>{text}不是时刻，应如 08:00:00。</translation>
    </message>
    <message>
        <source>The areas with their own fields and the counts behind them.</source>
        <translation>各区域原有字段，其后附各项统计。</translation>
    </message>
    <message>
        <source>Number of events</source>
        <translation>事件数</translation>
    </message>
    <message>
        <source>Events in no area</source>
        <translation>不在任何区域内的事件数</translation>
    </message>
    <message>
        <source>Grid summary: events</source>
        <translation>网格汇总：事件数</translation>
    </message>
    <message>
        <source>events</source>
        <translation>件</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Counted class by class; the twenty most frequent have columns of their own.</source>
        <translation>按类别分别计数；最多的二十个类别各占一列。</translation>
    </message>
    <message>
        <source>Closed at</source>
        <translation>结案时间</translation>
    </message>
    <message>
        <source>Time of closing; a case without one is open.</source>
        <translation>结案时间；为空则表示未结案。</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>With it, open cases can be overdue and closed ones on time.</source>
        <translation>给出后可统计未结案卷是否超期、已结案卷是否按时。</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>统计时刻</translation>
    </message>
    <message>
        <source>The moment at which open cases are overdue or not; now without one.</source>
        <translation>以该时刻判断未结案卷是否超期；留空则取当前时间。</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>Counted beside the events.</source>
        <translation>与事件一并计数。</translation>
    </message>
    <message>
        <source>Class of alarms</source>
        <translation>报警类别</translation>
    </message>
    <message>
        <source>Alarms are counted class by class, too.</source>
        <translation>报警也按类别分别计数。</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>With them, events per component.</source>
        <translation>给出后可计算每个部件的事件数。</translation>
    </message>
    <message>
        <source>With them, events per km of street; one along a border half on either side.</source>
        <translation>给出后可计算每千米道路的事件数；沿边界的道路两侧各计一半。</translation>
    </message>
    <message>
        <source>Of the hexagons that are made where no areas are given.</source>
        <translation>未给出区域时自动生成的六边形的宽度。</translation>
    </message>
    <message>
        <source>A GeoTIFF; its legend and description are kept beside it.</source>
        <translation>栅格文件；图例和说明保存在旁边的同名文件中。</translation>
    </message>
    <message>
        <source>Sum of weights</source>
        <translation>权重之和</translation>
    </message>
    <message>
        <source>Integral over the raster</source>
        <translation>栅格积分</translation>
    </message>
    <message>
        <source>Highest density</source>
        <translation>最高密度</translation>
    </message>
    <message>
        <source>Sum of weights {weight}, integral over the raster {integral} ({method}).</source>
        <translation>权重之和 {weight}，栅格积分 {integral}（{method}）。</translation>
    </message>
    <message>
        <source>binned, mass kept</source>
        <translation>分箱计算，质量守恒</translation>
    </message>
    <message>
        <source>binned finely, mass kept</source>
        <translation>细分箱计算，质量守恒</translation>
    </message>
    <message>
        <source>summed directly</source>
        <translation>直接求和</translation>
    </message>
    <message>
        <source>A bandwidth has fewer than 15 cells: make cells smaller for 0.1 % accuracy.</source>
        <translation>带宽不足 15 个像元：要达到 0.1% 的精度，请缩小像元。</translation>
    </message>
    <message>
        <source>Hazard density ({unit})</source>
        <translation>隐患密度（{unit}）</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>events/km²</source>
        <translation>件/平方千米</translation>
    </message>
    <message>
        <source>events/ha</source>
        <translation>件/公顷</translation>
    </message>
    <message>
        <source>events/m²</source>
        <translation>件/平方米</translation>
    </message>
    <message>
        <source>events/cell</source>
        <translation>件/像元</translation>
    </message>
    <message>
        <source>An edge correction needs a study area: where could events have been seen?</source>
        <translation>边缘校正需要研究区：哪些地方有可能观察到事件？</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>What the figures mean. Legend and file say it.</source>
        <translation>数值的含义，图例和文件中均会注明。</translation>
    </message>
    <message>
        <source>Events per km²</source>
        <translation>每平方千米事件数</translation>
    </message>
    <message>
        <source>Events per hectare</source>
        <translation>每公顷事件数</translation>
    </message>
    <message>
        <source>Events per m²</source>
        <translation>每平方米事件数</translation>
    </message>
    <message>
        <source>Events per cell</source>
        <translation>每像元事件数</translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>计算方式</translation>
    </message>
    <message>
        <source>Mass-conserving: by Fourier transform; the integral over the raster is the sum of weights. Direct: every event at every cell in its reach, exact and slow.</source>
        <translation>质量守恒：用傅里叶变换计算，栅格积分等于权重之和。直接求和：逐事件、逐像元计算，精确但较慢。</translation>
    </message>
    <message>
        <source>Mass-conserving</source>
        <translation>质量守恒</translation>
    </message>
    <message>
        <source>Direct summation</source>
        <translation>直接求和</translation>
    </message>
    <message>
        <source>Edge correction</source>
        <translation>边缘校正</translation>
    </message>
    <message>
        <source>Beyond the study area's edge nothing was seen, so that densities near it are too low. By cell: divided by the share of the kernel inside. By event: each event's weight stays inside as a whole.</source>
        <translation>研究区以外没有观察记录，边缘附近的密度因而偏低。逐像元：除以核函数位于区内的比例。逐事件：每个事件的权重全部保留在区内。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不校正</translation>
    </message>
    <message>
        <source>By cell</source>
        <translation>逐像元</translation>
    </message>
    <message>
        <source>By event (mass kept)</source>
        <translation>逐事件（质量守恒）</translation>
    </message>
    <message>
        <source>Cases, alarms, hazards or any table with a time; places are not needed.</source>
        <translation>案卷、报警、隐患或任何带时间的表；不需要位置。</translation>
    </message>
    <message>
        <source>There is no time zone {name}. It is written like Asia/Shanghai.</source>
        <translation>没有名为 {name} 的时区。写法如 Asia/Shanghai。</translation>
    </message>
    <message>
        <source>From {first} to {last} ({zone}): {hours} hours are the denominator of rates.</source>
        <translation>自 {first} 至 {last}（{zone}）：频率的分母共 {hours} 小时。</translation>
    </message>
    <message>
        <source>Rates are also per {base} of the base.</source>
        <translation>频率同时除以基数 {base}。</translation>
    </message>
    <message>
        <source>No base was given: nothing here says how many there are that could be hit.</source>
        <translation>未给出基数：结果不反映可能受影响的对象有多少。</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Whose clock the hours are of. The room's is Asia/Shanghai.</source>
        <translation>钟点所属的时区；指挥室为 Asia/Shanghai。</translation>
    </message>
    <message>
        <source>Times without a zone are</source>
        <translation>未注明时区的时间为</translation>
    </message>
    <message>
        <source>Times that say their zone, like +08:00 or Z, are understood in any case.</source>
        <translation>自带时区的时间（如 +08:00）总能识别。</translation>
    </message>
    <message>
        <source>Clock times of the zone</source>
        <translation>该时区的钟点</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>世界协调时</translation>
    </message>
    <message>
        <source>Counted class by class; the twelve most frequent by themselves.</source>
        <translation>逐类计数，最多的十二类单列。</translation>
    </message>
    <message>
        <source>The picture shows</source>
        <translation>图片显示</translation>
    </message>
    <message>
        <source>Counts say how much there was to do. Rates divide them by how often the hour came round, so that half a year or five Mondays do not mislead.</source>
        <translation>计数说明工作量；频率再除以该钟点出现的次数，半年数据或多一个星期一都不会误导。</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Rates per hour</source>
        <translation>每小时频率</translation>
    </message>
    <message>
        <source>Size of the base</source>
        <translation>基数大小</translation>
    </message>
    <message>
        <source>Such as the number of components or residents: rates are also per one of these.</source>
        <translation>如部件数或居民数：频率同时按每单位计算。</translation>
    </message>
    <message>
        <source>One row for each month, day of the week (1 is Monday), hour and class.</source>
        <translation>每个月、星期（1 为星期一）、小时和类别一行。</translation>
    </message>
    <message>
        <source>Picture of the rhythm</source>
        <translation>时间规律图</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Hour by day of the week, and hours, days, months and classes as bars.</source>
        <translation>小时与星期的色块图，以及小时、星期、月份、类别的条形图。</translation>
    </message>
    <message>
        <source>Hours from the first event to the last</source>
        <translation>首末事件之间的小时数</translation>
    </message>
    <message>
        <source>The areas with value, neighbours, z, p, q, class and kind.</source>
        <translation>各区域及其取值、邻域数、标准分、显著性、校正显著性、等级和类型。</translation>
    </message>
    <message>
        <source>With {count} areas, p is rough: thirty or more are wanted.</source>
        <translation>只有 {count} 个区域，显著性较粗略，最好不少于三十个。</translation>
    </message>
    <message>
        <source>{hot} areas hot, {cold} cold, of {count}.</source>
        <translation>共 {count} 个区域，其中热点 {hot} 个，冷点 {cold} 个。</translation>
    </message>
    <message>
        <source>Local Moran</source>
        <translation>局部莫兰指数</translation>
    </message>
    <message>
        <source>Hot spots (Gi*)</source>
        <translation>热点（Gi*）</translation>
    </message>
    <message>
        <source>Events or areas</source>
        <translation>事件点或区域</translation>
    </message>
    <message>
        <source>Points are counted, in the areas below or in cells made here. Polygons bring a value.</source>
        <translation>点按下面的区域或自动生成的格子计数；多边形使用自带的取值。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Of polygons the value to compare; of points how much each counts (one without).</source>
        <translation>多边形用于比较的取值；点则表示每个点计多少（留空计一）。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Counts of areas that differ in size say little: take them per km².</source>
        <translation>区域大小不一时，单看计数意义不大，应按每平方千米比较。</translation>
    </message>
    <message>
        <source>Values as they are</source>
        <translation>原始取值</translation>
    </message>
    <message>
        <source>Values per km²</source>
        <translation>每平方千米取值</translation>
    </message>
    <message>
        <source>Statistic</source>
        <translation>统计量</translation>
    </message>
    <message>
        <source>Gi* finds hot and cold spots; local Moran also areas unlike their neighbours.</source>
        <translation>Gi* 找出热点和冷点；局部莫兰指数还能找出与邻域不同的区域。</translation>
    </message>
    <message>
        <source>Getis-Ord Gi*</source>
        <translation>热点统计量 Gi*</translation>
    </message>
    <message>
        <source>Of a thousand areas, fifty are significant at 5 % by chance alone. With this, at most 5 % of those shown are expected to be (Benjamini and Hochberg).</source>
        <translation>一千个区域中，仅凭偶然就有五十个在 5% 水平上显著。勾选后，所显示的区域中预计最多只有 5% 属于偶然（本雅明尼－霍赫贝格法）。</translation>
    </message>
    <message>
        <source>Permutations</source>
        <translation>置换次数</translation>
    </message>
    <message>
        <source>With 999, p comes from values dealt out at random, not from the normal curve.</source>
        <translation>例如取 999，则显著性由随机重排得出，而不是由正态分布得出。</translation>
    </message>
    <message>
        <source>Choose the value of the areas that is to be compared.</source>
        <translation>请选择要比较的区域取值字段。</translation>
    </message>
    <message>
        <source>Feature {feature}: {field} is no number ({count} such features).</source>
        <translation>要素 {feature}：字段 {field} 不是数值（共 {count} 个这样的要素）。</translation>
    </message>
    <message>
        <source>Layer to import</source>
        <translation>待导入图层</translation>
    </message>
    <message>
        <source>Any vector layer or file. It is read as it stands, edits not yet saved left out.</source>
        <translation>任意矢量图层或文件，按现状读取，不含未保存的编辑。</translation>
    </message>
    <message>
        <source>As the layer says</source>
        <translation>按图层自身</translation>
    </message>
    <message>
        <source>GCJ-02 (handhelds, most Chinese base maps)</source>
        <translation>GCJ-02（手持终端及多数国内底图）</translation>
    </message>
    <message>
        <source>BD-09 (Baidu)</source>
        <translation>BD-09（百度）</translation>
    </message>
    <message>
        <source>The system chosen below</source>
        <translation>下方选定的坐标系</translation>
    </message>
    <message>
        <source>Coordinates are in</source>
        <translation>坐标所属</translation>
    </message>
    <message>
        <source>GCJ-02 and BD-09 lie 100 to 700 m off and look like ordinary degrees; no file says so. Nothing is guessed: what you choose here is what is converted.</source>
        <translation>GCJ-02 和 BD-09 偏移 100 至 700 米，看上去却与普通经纬度无异，文件中也不会注明。系统不作猜测，按此处所选进行转换。</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Used only when chosen above; needed when the layer states none.</source>
        <translation>仅在上方选择该项时使用；图层未注明坐标系时必填。</translation>
    </message>
    <message>
        <source>Source id</source>
        <translation>来源编号</translation>
    </message>
    <message>
        <source>Field, or fields together, that name a feature for good. Imported again, the same id is the same thing. Without one, osm_id or a like field is taken, else the feature's number in its file.</source>
        <translation>永久标识要素的一个或多个字段。再次导入时，编号相同即为同一对象。未指定时取 osm_id 等字段，否则取要素在文件中的序号。</translation>
    </message>
    <message>
        <source>Name of the source</source>
        <translation>来源名称</translation>
    </message>
    <message>
        <source>The name it is kept under; importing again under this name updates what came from it. Default: the names of the file and the layer in it, as on the command line.</source>
        <translation>保存所用的名称；以同名再次导入会更新原有数据。默认为文件名及其中的图层名，与命令行相同。</translation>
    </message>
    <message>
        <source>Subdistrict (9 digits)</source>
        <translation>街道（9 位）</translation>
    </message>
    <message>
        <source>Needed only where the room has several subdistricts and you belong to none.</source>
        <translation>仅当指挥室含多个街道且您不属于任何街道时需要。</translation>
    </message>
    <message>
        <source>Refuse the import</source>
        <translation>拒绝导入</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>跳过这些要素</translation>
    </message>
    <message>
        <source>Features outside the subdistrict</source>
        <translation>街道范围外的要素</translation>
    </message>
    <message>
        <source>Features outside are most often a wrong coordinate system, so they stop an import.</source>
        <translation>范围外的要素多因坐标系有误，因此会中止导入。</translation>
    </message>
    <message>
        <source>End what the layer no longer has</source>
        <translation>终止图层中已不存在的要素</translation>
    </message>
    <message>
        <source>What came from this source before and is missing now is ended: components become removed, divisions get an end date, streets and buildings are deleted. Otherwise it stays.</source>
        <translation>此前来自该来源而现已不存在的要素予以终止：部件改为移除，区划填写终止日期，道路和建筑删除。否则保留不变。</translation>
    </message>
    <message>
        <source>Trial run: check and count only</source>
        <translation>试运行：只检查和计数</translation>
    </message>
    <message>
        <source>Everything is done and taken back, so that nothing changes.</source>
        <translation>全部执行后再撤回，不作任何改动。</translation>
    </message>
    <message>
        <source>Report (CSV)</source>
        <translation>报告（CSV）</translation>
    </message>
    <message>
        <source>Every fault with feature, source id, field and words.</source>
        <translation>列出每个错误的要素、来源编号、字段和说明。</translation>
    </message>
    <message>
        <source>Report (HTML)</source>
        <translation>报告（HTML）</translation>
    </message>
    <message>
        <source>The same as a page to read.</source>
        <translation>同样内容的网页版。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The building's name.</source>
        <translation>建筑名称。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Street and number; searched at intake.</source>
        <translation>路名和门牌号，受理时可检索。</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>What it is used for; building of OpenStreetMap.</source>
        <translation>用途；对应 OpenStreetMap 的 building。</translation>
    </message>
    <message>
        <source>Floors</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Storeys above ground, 1 to 300.</source>
        <translation>地上层数，1 至 300。</translation>
    </message>
    <message>
        <source>Class code of the profile in force, such as 01037 for a street lamp. Needed.</source>
        <translation>现行分类标准的类别代码，如路灯 01037。必填。</translation>
    </message>
    <message>
        <source>Class of all that have none</source>
        <translation>未注明者的类别</translation>
    </message>
    <message>
        <source>Standard of the class</source>
        <translation>类别所依标准</translation>
    </message>
    <message>
        <source>Where the classes are those of an older standard: its number or year, such as 2013. They become those of the standard in force.</source>
        <translation>类别为旧标准编码时填写其标准号或年份，如 2013；导入时转换为现行标准的类别。</translation>
    </message>
    <message>
        <source>Standard of all that name none</source>
        <translation>未填写标准的要素所依标准</translation>
    </message>
    <message>
        <source>Handling unit</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>Code of the unit that is responsible for the component. Needed.</source>
        <translation>负责该部件的处置单位代码。必填。</translation>
    </message>
    <message>
        <source>Handling unit of all that have none</source>
        <translation>未注明者的处置单位</translation>
    </message>
    <message>
        <source>Without one, the name of the class.</source>
        <translation>未填时取类别名称。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>intact, damaged, missing, disused or removed, or the Chinese words; intact without one.</source>
        <translation>完好、破损、丢失、废弃或移除，也可用对应英文代码；未填时为完好。</translation>
    </message>
    <message>
        <source>Initial date</source>
        <translation>初始日期</translation>
    </message>
    <message>
        <source>The day it came into being, as 2021-06-30; today without one.</source>
        <translation>设立日期，如 2021-06-30；未填时为当日。</translation>
    </message>
    <message>
        <source>Initial date of all that have none</source>
        <translation>未注明者的初始日期</translation>
    </message>
    <message>
        <source>Where it stands, in words.</source>
        <translation>所在位置的文字说明。</translation>
    </message>
    <message>
        <source>Make missing divisions above</source>
        <translation>补建缺少的上级区划</translation>
    </message>
    <message>
        <source>Districts and cities that are neither in the room nor in the layer are made without a shape.</source>
        <translation>指挥室和图层中都没有的区县和城市将补建，不带图形。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Division code: 4 digits a city, 6 a district, 9 a subdistrict, 12 a community; 12-digit codes ending in zeros are understood. Needed.</source>
        <translation>区划代码：市 4 位，区县 6 位，街道 9 位，社区 12 位；可识别以零补足的 12 位代码。必填。</translation>
    </message>
    <message>
        <source>Chinese name</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>Needed.</source>
        <translation>必填。</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>May be missing.</source>
        <translation>可不填。</translation>
    </message>
    <message>
        <source>Name of the division above</source>
        <translation>上级区划名称</translation>
    </message>
    <message>
        <source>Used when missing divisions above are made.</source>
        <translation>补建上级区划时使用。</translation>
    </message>
    <message>
        <source>The street's name.</source>
        <translation>道路名称。</translation>
    </message>
    <message>
        <source>What kind of street it is; highway of OpenStreetMap is found by itself. Needed.</source>
        <translation>道路类型；OpenStreetMap 的 highway 会自动识别。必填。</translation>
    </message>
    <message>
        <source>0 both ways, 1 along the line, -1 against it; yes, no and reverse do too.</source>
        <translation>0 双向，1 顺线方向，-1 逆线方向；也可用 yes、no、reverse。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>In metres, above zero.</source>
        <translation>单位米，大于零。</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>门禁</translation>
    </message>
    <message>
        <source>What bars it: a compound's gate, a bollard, opening hours.</source>
        <translation>通行限制：小区门、隔离桩、开放时间等。</translation>
    </message>
    <message>
        <source>Tracks kept</source>
        <translation>保存的轨迹数</translation>
    </message>
    <message>
        <source>Points kept</source>
        <translation>保存的点数</translation>
    </message>
    <message>
        <source>Not every point has a time: such tracks cannot be kept, as nobody knows when they expire.</source>
        <translation>并非每点都有时间：无法确定何时到期，不能保存。</translation>
    </message>
    <message>
        <source>No walk has two points of different times.</source>
        <translation>没有一次巡查含有两个不同时刻的点。</translation>
    </message>
    <message>
        <source>{count} points add nothing to a walk and are not kept: alone, or of a moment that has one.</source>
        <translation>{count} 个点未保存：孤立，或同一时刻已有一点。</translation>
    </message>
    <message>
        <source>Kept: {tracks} walks, {points} points. The first is deleted on {day}.</source>
        <translation>已保存 {tracks} 次巡查、{points} 个点，最早的将于 {day} 删除。</translation>
    </message>
    <message>
        <source>More than expected, 99 % sure</source>
        <translation>多于应有（可信度 99%）</translation>
    </message>
    <message>
        <source>More than expected, 95 % sure</source>
        <translation>多于应有（可信度 95%）</translation>
    </message>
    <message>
        <source>More than expected, 90 % sure</source>
        <translation>多于应有（可信度 90%）</translation>
    </message>
    <message>
        <source>Nothing certain</source>
        <translation>不显著</translation>
    </message>
    <message>
        <source>Less than expected, 90 % sure</source>
        <translation>少于应有（可信度 90%）</translation>
    </message>
    <message>
        <source>Less than expected, 95 % sure</source>
        <translation>少于应有（可信度 95%）</translation>
    </message>
    <message>
        <source>Less than expected, 99 % sure</source>
        <translation>少于应有（可信度 99%）</translation>
    </message>
    <message>
        <source>Too little to tell</source>
        <translation>数量太少，无法判断</translation>
    </message>
    <message>
        <source>Hot spot, 99 % sure</source>
        <translation>热点（可信度 99%）</translation>
    </message>
    <message>
        <source>Hot spot, 95 % sure</source>
        <translation>热点（可信度 95%）</translation>
    </message>
    <message>
        <source>Hot spot, 90 % sure</source>
        <translation>热点（可信度 90%）</translation>
    </message>
    <message>
        <source>Cold spot, 90 % sure</source>
        <translation>冷点（可信度 90%）</translation>
    </message>
    <message>
        <source>Cold spot, 95 % sure</source>
        <translation>冷点（可信度 95%）</translation>
    </message>
    <message>
        <source>Cold spot, 99 % sure</source>
        <translation>冷点（可信度 99%）</translation>
    </message>
    <message>
        <source>High among high</source>
        <translation>高高聚集</translation>
    </message>
    <message>
        <source>High among low</source>
        <translation>高值被低值包围</translation>
    </message>
    <message>
        <source>Low among high</source>
        <translation>低值被高值包围</translation>
    </message>
    <message>
        <source>Low among low</source>
        <translation>低低聚集</translation>
    </message>
    <message>
        <source>New hot spot</source>
        <translation>新增热点</translation>
    </message>
    <message>
        <source>Consecutive hot spot</source>
        <translation>连续热点</translation>
    </message>
    <message>
        <source>Intensifying hot spot</source>
        <translation>加剧热点</translation>
    </message>
    <message>
        <source>Persistent hot spot</source>
        <translation>持续热点</translation>
    </message>
    <message>
        <source>Diminishing hot spot</source>
        <translation>减弱热点</translation>
    </message>
    <message>
        <source>Sporadic hot spot</source>
        <translation>零散热点</translation>
    </message>
    <message>
        <source>Oscillating hot spot</source>
        <translation>振荡热点</translation>
    </message>
    <message>
        <source>Historical hot spot</source>
        <translation>历史热点</translation>
    </message>
    <message>
        <source>New cold spot</source>
        <translation>新增冷点</translation>
    </message>
    <message>
        <source>Consecutive cold spot</source>
        <translation>连续冷点</translation>
    </message>
    <message>
        <source>Intensifying cold spot</source>
        <translation>加剧冷点</translation>
    </message>
    <message>
        <source>Persistent cold spot</source>
        <translation>持续冷点</translation>
    </message>
    <message>
        <source>Diminishing cold spot</source>
        <translation>减弱冷点</translation>
    </message>
    <message>
        <source>Sporadic cold spot</source>
        <translation>零散冷点</translation>
    </message>
    <message>
        <source>Oscillating cold spot</source>
        <translation>振荡冷点</translation>
    </message>
    <message>
        <source>Historical cold spot</source>
        <translation>历史冷点</translation>
    </message>
    <message>
        <source>No pattern</source>
        <translation>无明显类型</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>邻域</translation>
    </message>
    <message>
        <source>Whose values are compared with an area's own.</source>
        <translation>与哪些区域的取值作比较。</translation>
    </message>
    <message>
        <source>Touching in a point or side</source>
        <translation>有公共点或公共边</translation>
    </message>
    <message>
        <source>Touching along a side</source>
        <translation>有公共边</translation>
    </message>
    <message>
        <source>Within a distance</source>
        <translation>一定距离以内</translation>
    </message>
    <message>
        <source>Within a distance along streets</source>
        <translation>沿街距离以内</translation>
    </message>
    <message>
        <source>Distance (metres)</source>
        <translation>距离（米）</translation>
    </message>
    <message>
        <source>Between middles. Without one, just so far that every area has a neighbour.</source>
        <translation>中心之间的距离。留空则取使每个区域都有邻域的最小距离。</translation>
    </message>
    <message>
        <source>For distances along streets, from the street nearest to each area's middle.</source>
        <translation>用于沿街距离，从离区域中心最近的街道算起。</translation>
    </message>
    <message>
        <source>{count} areas have no neighbour.</source>
        <translation>有 {count} 个区域没有邻域。</translation>
    </message>
    <message>
        <source>Distances along streets need streets.</source>
        <translation>沿街距离需要街道图层。</translation>
    </message>
    <message>
        <source>Distances along streets need a distance.</source>
        <translation>沿街距离需要给出距离。</translation>
    </message>
    <message>
        <source>The name it was saved under. Without one, the log lists what there is.</source>
        <translation>保存时的名称；留空则在日志中列出现有结果。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Where the file is put. A file of the same name there is replaced.</source>
        <translation>文件存放位置，同名文件会被替换。</translation>
    </message>
    <message>
        <source>Result, vector</source>
        <translation>矢量结果</translation>
    </message>
    <message>
        <source>Result, raster</source>
        <translation>栅格结果</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Nothing has been saved in this room yet.</source>
        <translation>本指挥室尚未保存任何结果。</translation>
    </message>
    <message>
        <source>{name}: {algorithm}, {size} KB, saved by {person} at {time}</source>
        <translation>{name}：{algorithm}，{size} 千字节，{person} 于 {time} 保存</translation>
    </message>
    <message>
        <source>Past alarms</source>
        <translation>历史报警</translation>
    </message>
    <message>
        <source>From when to when alarms stood. How long each kind stands is learned from them.</source>
        <translation>报警从何时持续到何时。据此学习各类报警能持续多久。</translation>
    </message>
    <message>
        <source>Began (past alarms)</source>
        <translation>发生时间（历史报警）</translation>
    </message>
    <message>
        <source>When the alarm began.</source>
        <translation>报警何时发生。</translation>
    </message>
    <message>
        <source>Ended (past alarms)</source>
        <translation>结束时间（历史报警）</translation>
    </message>
    <message>
        <source>When it ended or was caught; empty where it stands still, and then it is left out.</source>
        <translation>何时自行结束或被处置；仍在持续的为空，不参与学习。</translation>
    </message>
    <message>
        <source>Caught (past alarms)</source>
        <translation>已处置（历史报警）</translation>
    </message>
    <message>
        <source>Yes where somebody came while it stood: nobody knows how long it would have.</source>
        <translation>有人在持续期间到场的为“是”：它本来会持续多久无从得知。</translation>
    </message>
    <message>
        <source>Kind (past alarms)</source>
        <translation>类型（历史报警）</translation>
    </message>
    <message>
        <source>Written as the kind of the standing alarms is. Without it, all are of one kind.</source>
        <translation>写法与正在持续的报警的类型相同。不选时全部算作一类。</translation>
    </message>
    <message>
        <source>Half-life without past alarms (minutes)</source>
        <translation>没有历史报警时的半衰期（分钟）</translation>
    </message>
    <message>
        <source>Without past alarms: after so many minutes, half of the alarms have ended.</source>
        <translation>没有历史报警时：经过这么多分钟，一半的报警已经结束。</translation>
    </message>
    <message>
        <source>No past alarms are given: half of the alarms are taken to end in {minutes} min.</source>
        <translation>没有历史报警：假定一半的报警在 {minutes} 分钟内结束。</translation>
    </message>
    <message>
        <source>{kind}: fewer than {few} past alarms ended; the curve of all kinds is taken.</source>
        <translation>{kind}：自行结束的历史报警不足 {few} 条，按全部类型的曲线计算。</translation>
    </message>
    <message>
        <source>no kind</source>
        <translation>无类型</translation>
    </message>
    <message>
        <source>Say which fields hold when past alarms began and when they ended.</source>
        <translation>请指定历史报警的发生时间字段和结束时间字段。</translation>
    </message>
    <message>
        <source>No past alarm has ended: nothing can be learned of them.</source>
        <translation>没有已结束的历史报警，无从学习。</translation>
    </message>
    <message>
        <source>Past alarm {feature} ended before it began ({count} such features).</source>
        <translation>历史报警 {feature} 的结束时间早于发生时间（此类要素共 {count} 个）。</translation>
    </message>
    <message>
        <source>{kinds}: {ten} % stand after 10 min, {hour} % after an hour.</source>
        <translation>{kinds}：10 分钟后仍在持续的占 {ten}%，一小时后占 {hour}%。</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>通行权</translation>
    </message>
    <message>
        <source>Who may pass, as OpenStreetMap says it: no or private closes a street in both directions, yes or empty does not. Choose the field of those who patrol: motor_vehicle, bicycle or foot.</source>
        <translation>谁可通行（也认开放街道地图的用词）：“否”或“私有”为双向不可通行，“是”或空为可通行。请按巡查方式（机动车、自行车或步行）选择字段。</translation>
    </message>
    <message>
        <source>Feature {feature}: {word} does not say who may pass.</source>
        <translation>要素 {feature}：{word} 没有说明谁可通行。</translation>
    </message>
    <message>
        <source>Area or patrol grids</source>
        <translation>范围或责任网格</translation>
    </message>
    <message>
        <source>Only streets inside are to be walked, those of which at least half lies there; the others may be passed.</source>
        <translation>只须走范围内的街道，即至少一半在其中的街道；其余街道可以经过。</translation>
    </message>
    <message>
        <source>The layer of the area is empty.</source>
        <translation>范围图层为空。</translation>
    </message>
    <message>
        <source>No street lies in the area.</source>
        <translation>范围内没有街道。</translation>
    </message>
    <message>
        <source>{count} of {all} streets lie in the area.</source>
        <translation>{all} 段街道中有 {count} 段在范围内。</translation>
    </message>
    <message>
        <source>Class of the street</source>
        <translation>街道等级</translation>
    </message>
    <message>
        <source>Field whose values are looked up in the table of visits by class.</source>
        <translation>在“各等级巡查次数”表中查找的字段。</translation>
    </message>
    <message>
        <source>Visits by class</source>
        <translation>各等级巡查次数</translation>
    </message>
    <message>
        <source>Visits per shift</source>
        <translation>每班次数</translation>
    </message>
    <message>
        <source>Class and visits per shift; the class * stands for all others. Classes that are in no row are walked once, and named in the log. What the field of visits says of a street goes before its class.</source>
        <translation>等级与每班巡查次数；等级 * 代表其余所有等级。表中没有的等级巡查一次，并在日志中列出。“巡查次数”字段有值的街道，以字段为准。</translation>
    </message>
    <message>
        <source>Visits by class need both the field of the class and the table of visits.</source>
        <translation>按等级规定巡查次数，需同时给出等级字段和次数表。</translation>
    </message>
    <message>
        <source>Classes without a row in the table are walked once: {classes}</source>
        <translation>表中没有的等级巡查一次：{classes}</translation>
    </message>
    <message>
        <source>The table of visits by class needs two columns.</source>
        <translation>“各等级巡查次数”表须有两列。</translation>
    </message>
    <message>
        <source>Class {name}: {word} does not say how often to walk its streets.</source>
        <translation>等级 {name}：{word} 不是巡查次数。</translation>
    </message>
    <message>
        <source>Class {name} is in the table of visits twice.</source>
        <translation>等级 {name} 在次数表中出现两次。</translation>
    </message>
    <message>
        <source>{text} is no time of day, such as 08:00.</source>
        <translation>{text}不是时刻，应如 08:00。</translation>
    </message>
    <message>
        <source>Officer {number}</source>
        <translation>巡查员 {number}</translation>
    </message>
    <message>
        <source>Officers, one by one</source>
        <translation>巡查员（逐人）</translation>
    </message>
    <message>
        <source>A layer or table with a row for each officer, as the staff on duty: each starts at his point, or at the station he names, with his own speed and hours where there are such fields. The number of officers does not count then.</source>
        <translation>每行一名巡查员的图层或表，如在班人员：各人从自己的点位或所填驻点出发；有相应字段时按各人的速度和班次时间计算。此时“巡查员人数”不起作用。</translation>
    </message>
    <message>
        <source>Without one, a field with a usual name is taken.</source>
        <translation>不选时按常用名称查找字段。</translation>
    </message>
    <message>
        <source>Officer: name</source>
        <translation>巡查员：姓名</translation>
    </message>
    <message>
        <source>Officer: staff number</source>
        <translation>巡查员：工号</translation>
    </message>
    <message>
        <source>Officer: beginning</source>
        <translation>巡查员：上班时间</translation>
    </message>
    <message>
        <source>Time of day, as 08:00; without a field, all begin as below.</source>
        <translation>时刻，如 08:00；没有字段时，所有人按下面的开始时间。</translation>
    </message>
    <message>
        <source>Officer: end of the shift</source>
        <translation>巡查员：下班时间</translation>
    </message>
    <message>
        <source>Time of day, as 16:00, of the next day where it is not later than the beginning; without a field, the shift is as long as below.</source>
        <translation>时刻，如 16:00；不晚于上班时间的视为次日。没有字段时，班次时长按下面的设置。</translation>
    </message>
    <message>
        <source>Officer: speed (km/h)</source>
        <translation>巡查员：速度（千米/小时）</translation>
    </message>
    <message>
        <source>Walking or cycling; without a field, all are as fast as below.</source>
        <translation>步行或骑车；没有字段时，所有人按下面的速度。</translation>
    </message>
    <message>
        <source>Officer: station where he starts</source>
        <translation>巡查员：出发驻点</translation>
    </message>
    <message>
        <source>The name of one of the stations; needed where a row has no point.</source>
        <translation>某个驻点的名称；该行没有点位时必填。</translation>
    </message>
    <message>
        <source>Officer: station where he ends</source>
        <translation>巡查员：结束驻点</translation>
    </message>
    <message>
        <source>The name of one of the stations; empty: he comes back to where he started.</source>
        <translation>某个驻点的名称；为空则回到出发处。</translation>
    </message>
    <message>
        <source>Stations: name</source>
        <translation>驻点：名称</translation>
    </message>
    <message>
        <source>The layer of officers is empty.</source>
        <translation>人员图层是空的。</translation>
    </message>
    <message>
        <source>Officer {feature}: {field} is {value}, which is no time of day, such as 08:00.</source>
        <translation>巡查员 {feature}：{field}为“{value}”，不是时刻，应如 08:00。</translation>
    </message>
    <message>
        <source>Officer {feature}: {field} is {value}, which is no speed above zero.</source>
        <translation>巡查员 {feature}：{field}为“{value}”，不是大于零的速度。</translation>
    </message>
    <message>
        <source>Officer {feature}: {field} is {value}, which is the name of no station.</source>
        <translation>巡查员 {feature}：{field}为“{value}”，没有这个名称的驻点。</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Officer {feature} has no place: neither a point nor the name of a station.</source>
        <translation>巡查员 {feature} 没有位置：既无点位，也未填驻点名称。</translation>
    </message>
    <message>
        <source>Officers: {count}; the farthest lies {metres} m from the nearest crossing.</source>
        <translation>巡查员 {count} 人，其中离最近路口最远的为 {metres} 米。</translation>
    </message>
    <message>
        <source>The layer of stations has no field with their names.</source>
        <translation>驻点图层没有名称字段。</translation>
    </message>
    <message>
        <source>Hazards to pass</source>
        <translation>途经隐患点</translation>
    </message>
    <message>
        <source>Points where an officer stops on his way, at the nearest place of the nearest street.</source>
        <translation>巡查员途中须停留的点，取最近街道上的最近位置。</translation>
    </message>
    <message>
        <source>Times of day that count</source>
        <translation>时段权重</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>Beginning and end, as 16:00 and 21:00, and how much a street or hazard counts then; 1 at all other times. Without a table, all times count alike.</source>
        <translation>起止时刻（如 16:00 和 21:00）以及街道或隐患点在该时段的系数；其余时间为 1。不填表则各时段同等对待。</translation>
    </message>
    <message>
        <source>Longest wait (minutes)</source>
        <translation>最长等待（分钟）</translation>
    </message>
    <message>
        <source>How long an officer waits at most for a window to open.</source>
        <translation>巡查员最多等待多久，直到时间窗开始。</translation>
    </message>
    <message>
        <source>Longer for windows (%)</source>
        <translation>为时间窗可增加的路程（%）</translation>
    </message>
    <message>
        <source>By how much all routes together, and in a cover the longest one, may become longer so that windows are kept.</source>
        <translation>为满足时间窗，全部路线合计（全覆盖时还包括最长路线）最多可增加的比例。</translation>
    </message>
    <message>
        <source>Hazard: name</source>
        <translation>隐患点：名称</translation>
    </message>
    <message>
        <source>Hazard: weight</source>
        <translation>隐患点：权重</translation>
    </message>
    <message>
        <source>How much it counts to be there in time; for the most value, 1 is worth 100 m.</source>
        <translation>按时到达的重要程度；价值最大时，权重 1 相当于 100 米。</translation>
    </message>
    <message>
        <source>Hazard: minutes there</source>
        <translation>隐患点：停留分钟数</translation>
    </message>
    <message>
        <source>How long an officer stays; without a field, two minutes.</source>
        <translation>停留多久；没有字段时为两分钟。</translation>
    </message>
    <message>
        <source>Hazard: from</source>
        <translation>隐患点：最早时刻</translation>
    </message>
    <message>
        <source>Time of day, as 16:00, from which he may be there; empty: at any time.</source>
        <translation>自该时刻起可以到达，如 16:00；空：随时。</translation>
    </message>
    <message>
        <source>Hazard: until</source>
        <translation>隐患点：最晚时刻</translation>
    </message>
    <message>
        <source>Time of day by which he must be there, of the next day where it is not later.</source>
        <translation>最晚到达时刻；不晚于最早时刻的，为次日。</translation>
    </message>
    <message>
        <source>Hazards: {count}; the farthest lies {metres} m from its street.</source>
        <translation>隐患点 {count} 个；离街道最远的为 {metres} 米。</translation>
    </message>
    <message>
        <source>Feature {feature}: {field} must be a number, zero or more; it is {word}.</source>
        <translation>要素 {feature}：{field} 须为不小于零的数，现为 {word}。</translation>
    </message>
    <message>
        <source>Feature {feature}: {field} must be a time of day, such as 08:00; it is {word}.</source>
        <translation>要素 {feature}：{field} 须为时刻，如 08:00，现为 {word}。</translation>
    </message>
    <message>
        <source>Row {row} of the times of day must be as 16:00, 21:00, 2; it is {words}.</source>
        <translation>时段表第 {row} 行须形如 16:00, 21:00, 2，现为 {words}。</translation>
    </message>
    <message>
        <source>Feature {feature}: {word} does not say how often to walk the street.</source>
        <translation>要素 {feature}：“{word}”未说明该街道应走几次。</translation>
    </message>
    <message>
        <source>Feature {feature}: the priority must be a number, zero or more.</source>
        <translation>要素 {feature}：优先级须为不小于 0 的数字。</translation>
    </message>
    <message>
        <source>No station is given: all start at the crossing in the middle of the streets.</source>
        <translation>未给出驻点：所有人从街道中部的路口出发。</translation>
    </message>
    <message>
        <source>The layer of stations is empty.</source>
        <translation>驻点图层为空。</translation>
    </message>
    <message>
        <source>Stations: {count}; the farthest lies {metres} m from its nearest crossing.</source>
        <translation>驻点 {count} 个，其中离最近路口最远的为 {metres} 米。</translation>
    </message>
    <message>
        <source>stop {number}</source>
        <translation>停留点 {number}</translation>
    </message>
    <message>
        <source>unnamed street {feature}</source>
        <translation>无名街道 {feature}</translation>
    </message>
    <message>
        <source>Patrol routes</source>
        <translation>巡查路线</translation>
    </message>
    <message>
        <source>Turn list</source>
        <translation>转弯清单</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖情况</translation>
    </message>
    <message>
        <source>Officers' routes</source>
        <translation>各人路线</translation>
    </message>
    <message>
        <source>{count} streets ({metres} m) are left out. {reason} Features: {features}</source>
        <translation>未列入 {count} 段街道（{metres} 米）。{reason}要素：{features}</translation>
    </message>
    <message>
        <source>{count} stops are left out. {reason} Stops: {stops}</source>
        <translation>{count} 处停留点未列入。{reason}停留点：{stops}</translation>
    </message>
    <message>
        <source>No street leads there from any station.</source>
        <translation>从任何驻点都没有街道通到那里。</translation>
    </message>
    <message>
        <source>One-way streets forbid the way there or the way back, or closed ones do.</source>
        <translation>受单行或封闭的街道限制，无法到达或无法返回。</translation>
    </message>
    <message>
        <source>The street is closed in both directions.</source>
        <translation>该街道双向都不能通行。</translation>
    </message>
    <message>
        <source>There and back alone takes longer than the shift.</source>
        <translation>单独往返就超过班次时长。</translation>
    </message>
    <message>
        <source>There was no time for them beside what counts more.</source>
        <translation>班次内时间不够，让位给优先级更高的街道。</translation>
    </message>
    <message>
        <source>Walked as often as asked</source>
        <translation>已按要求次数走到</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未列入</translation>
    </message>
    <message>
        <source>Lines that meet in common corners. Bridges stay apart from what is below them.</source>
        <translation>在公共节点处相接的线。桥梁与其下方道路互不相连。</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>走访次数</translation>
    </message>
    <message>
        <source>How often a street is to be walked: a number, or yes and no; 0 or empty: it may be passed, but need not be walked. Without a field, every street is walked once.</source>
        <translation>街道应走几次：数字，或 yes、no；0 或空表示可以经过但不必走到。不选字段时，每条街道走一次。</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>For the most value within the shift: how much a metre of the street counts against others; 0 or empty: it need not be walked. Without a field, every metre counts alike.</source>
        <translation>用于“班次内价值最大”：该街道每米所占的分量；0 或空表示不必走到。不选字段时，每米同等看待。</translation>
    </message>
    <message>
        <source>For the list of turns. Without one, a field with a usual name is taken.</source>
        <translation>用于转弯清单。不选时按常用名称自动查找字段。</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>驻点</translation>
    </message>
    <message>
        <source>Points where officers start and end; they are shared out among them in turn. Without any, all start at the crossing in the middle of the streets.</source>
        <translation>巡查员出发和返回的地点，依次分配给各人。不选时，所有人从街道中部的路口出发。</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Cover: all officers walk, and the longest route is as short as can be. Fewest officers: no more of them than are needed for all routes to keep the shift. Most value: where not all can be walked within the shift, what has the highest priority.</source>
        <translation>全部覆盖：所有人都参加，最长的路线尽可能短。最少人数：在所有路线都不超过班次时长的前提下人数最少。价值最大：班次内走不完时，先走优先级最高的。</translation>
    </message>
    <message>
        <source>Cover, evenly shared</source>
        <translation>均衡覆盖</translation>
    </message>
    <message>
        <source>Fewest officers for the shift</source>
        <translation>按班次取最少人数</translation>
    </message>
    <message>
        <source>Most value within the shift</source>
        <translation>班次内价值最大</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>巡查员人数</translation>
    </message>
    <message>
        <source>How many walk; for the fewest officers, how many there are at most.</source>
        <translation>出动人数；取最少人数时，为可用人数的上限。</translation>
    </message>
    <message>
        <source>Shift (hours)</source>
        <translation>班次时长（小时）</translation>
    </message>
    <message>
        <source>How long a route may take where no field says; in a cover, a longer one is only warned of.</source>
        <translation>没有字段说明时一条路线最多用时；全覆盖时超过只给出警告。</translation>
    </message>
    <message>
        <source>Speed (km/h)</source>
        <translation>速度（千米/小时）</translation>
    </message>
    <message>
        <source>On patrol, looking included: 3 to 4 on foot, 8 to 12 by bicycle.</source>
        <translation>巡查速度，包含查看时间：步行 3 至 4，骑车 8 至 12。</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>开始时刻</translation>
    </message>
    <message>
        <source>When all start, as 08:00.</source>
        <translation>所有人出发的时刻，如 08:00。</translation>
    </message>
    <message>
        <source>Plan the rest where streets cannot be reached</source>
        <translation>有街道无法到达时，仍安排其余街道</translation>
    </message>
    <message>
        <source>Streets that cannot be reached are always listed with the reason. Off: then there is no plan at all.</source>
        <translation>无法到达的街道总会连同原因列出。关闭此项，则不作任何安排。</translation>
    </message>
    <message>
        <source>Every leg in order, with times; dotted where a street is only passed.</source>
        <translation>按顺序的各段路线及时刻；只经过不巡查的为点线。</translation>
    </message>
    <message>
        <source>What to do at the beginning of each leg, in words.</source>
        <translation>每段开始时该做什么，用文字说明。</translation>
    </message>
    <message>
        <source>Every required street: asked for, walked, by whom; why it is left out.</source>
        <translation>每条应巡街道：要求几次、走到几次、由谁走；未列入的原因。</translation>
    </message>
    <message>
        <source>Length, time and visits of each officer.</source>
        <translation>每人的路线长度、用时和走访次数。</translation>
    </message>
    <message>
        <source>Stops at hazards</source>
        <translation>隐患点停留</translation>
    </message>
    <message>
        <source>Who is at each hazard when, within its window or not, and why.</source>
        <translation>各隐患点由谁何时到达、是否在时间窗内及原因。</translation>
    </message>
    <message>
        <source>Tracks for handhelds</source>
        <translation>手持设备轨迹</translation>
    </message>
    <message>
        <source>A GPX or KML file with a track for each officer and a point for each turn.</source>
        <translation>GPX 或 KML 文件：每人一条轨迹，每个转弯一个点。</translation>
    </message>
    <message>
        <source>Longest route (minutes)</source>
        <translation>最长路线（分钟）</translation>
    </message>
    <message>
        <source>No plan is below (minutes)</source>
        <translation>任何方案不低于（分钟）</translation>
    </message>
    <message>
        <source>Within this of the best possible (%)</source>
        <translation>与最优方案相差不超过（%）</translation>
    </message>
    <message>
        <source>Longest ÷ mean</source>
        <translation>最长÷平均</translation>
    </message>
    <message>
        <source>Streets left out</source>
        <translation>未列入的街道</translation>
    </message>
    <message>
        <source>Metres by priority</source>
        <translation>按优先级折算的米数</translation>
    </message>
    <message>
        <source>No plan has more metres by priority</source>
        <translation>任何方案的折算米数都不超过</translation>
    </message>
    <message>
        <source>Hazards with a window</source>
        <translation>有时间窗的隐患点</translation>
    </message>
    <message>
        <source>Windows kept</source>
        <translation>满足的时间窗</translation>
    </message>
    <message>
        <source>{street} (only passing)</source>
        <translation>{street}（仅经过）</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>出发</translation>
    </message>
    <message>
        <source>Straight on</source>
        <translation>直行</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左转</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右转</translation>
    </message>
    <message>
        <source>Turn round</source>
        <translation>掉头</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>{start} to {end}, {minutes} min; {metres} m, of them {visited} m on patrol</source>
        <translation>{start} 至 {end}，{minutes} 分钟；{metres} 米，其中巡查 {visited} 米</translation>
    </message>
    <message>
        <source>Full lines are walked on patrol, dotted ones only passed. Numbers as in the list.</source>
        <translation>实线为巡查，虚线仅为经过；编号与清单一致。</translation>
    </message>
    <message>
        <source>Plan {number}, {state}</source>
        <translation>方案 {number}，{state}</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草案</translation>
    </message>
    <message>
        <source>published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>走法</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>m</source>
        <translation>米</translation>
    </message>
    <message>
        <source>Density raster as priority</source>
        <translation>作为优先级的密度栅格</translation>
    </message>
    <message>
        <source>For the most value within the shift: a metre of the street counts by the mean of the cells along it, compared with the mean of all streets, times its priority. Cells with no data count zero.</source>
        <translation>用于班次内价值最大：每米按沿线像元均值与全部街道均值之比计，再乘以优先级。无数据的像元计为零。</translation>
    </message>
    <message>
        <source>{raster} is zero or has no data along all the streets.</source>
        <translation>{raster} 在所有街道沿线均为零或无数据。</translation>
    </message>
    <message>
        <source>{layer} has no coordinate system. Give it the one its coordinates are in.</source>
        <translation>图层 {layer} 没有坐标系，请先为其指定坐标所用的坐标系。</translation>
    </message>
    <message>
        <source>{raster} lies nowhere near the streets. Check its coordinate system.</source>
        <translation>{raster} 与街道不在同一区域，请检查其坐标系。</translation>
    </message>
    <message>
        <source>{raster} is negative along the streets, such as {value} at {place}: no density.</source>
        <translation>{raster} 沿街道有负值，例如 {place} 处为 {value}，不能作为密度。</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>两侧都巡查</translation>
    </message>
    <message>
        <source>Streets to be walked on each side, in opposite directions: yes or no, or how many metres they are wide.</source>
        <translation>两侧各走一遍、方向相反的街道：填“是”或“否”，或街道宽度（米）。</translation>
    </message>
    <message>
        <source>Both sides from (metres)</source>
        <translation>两侧巡查起始宽度（米）</translation>
    </message>
    <message>
        <source>Streets of this width or more are walked on each side.</source>
        <translation>达到此宽度的街道两侧各走一遍。</translation>
    </message>
    <message>
        <source>Feature {feature}: {word} says neither yes, no nor a width in metres.</source>
        <translation>要素 {feature}：{word} 既不是“是”“否”，也不是以米计的宽度。</translation>
    </message>
    <message>
        <source>Nobody can be there then, not even straight from where he starts.</source>
        <translation>即使从起点直接前往，也无人能在该时段到达。</translation>
    </message>
    <message>
        <source>No order was found that keeps it beside what else is on the way.</source>
        <translation>兼顾途中其他任务，未找到能满足它的顺序。</translation>
    </message>
    <message>
        <source>Windows of hazards: {kept} of {count} are kept.</source>
        <translation>隐患点时间窗：{count} 个中满足 {kept} 个。</translation>
    </message>
    <message>
        <source>{hazard}: {became} by {minutes} min. {reason}</source>
        <translation>{hazard}：{became} {minutes} 分钟。{reason}</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>no window</source>
        <translation>无时间窗</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>过早</translation>
    </message>
    <message>
        <source>too late</source>
        <translation>过晚</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>未列入</translation>
    </message>
    <message>
        <source>Look at {stop}: {minutes} min.</source>
        <translation>查看{stop}，停留 {minutes} 分钟。</translation>
    </message>
    <message>
        <source>Start along {street}: {metres} m.</source>
        <translation>沿{street}出发，{metres} 米。</translation>
    </message>
    <message>
        <source>Straight on along {street}: {metres} m.</source>
        <translation>沿{street}直行，{metres} 米。</translation>
    </message>
    <message>
        <source>Turn left into {street}: {metres} m.</source>
        <translation>左转进入{street}，{metres} 米。</translation>
    </message>
    <message>
        <source>Turn right into {street}: {metres} m.</source>
        <translation>右转进入{street}，{metres} 米。</translation>
    </message>
    <message>
        <source>Turn round, along {street}: {metres} m.</source>
        <translation>掉头，沿{street}，{metres} 米。</translation>
    </message>
    <message>
        <source>Start along {street}, only passing: {metres} m.</source>
        <translation>沿{street}出发，只经过，{metres} 米。</translation>
    </message>
    <message>
        <source>Straight on along {street}, only passing: {metres} m.</source>
        <translation>沿{street}直行，只经过，{metres} 米。</translation>
    </message>
    <message>
        <source>Turn left into {street}, only passing: {metres} m.</source>
        <translation>左转进入{street}，只经过，{metres} 米。</translation>
    </message>
    <message>
        <source>Turn right into {street}, only passing: {metres} m.</source>
        <translation>右转进入{street}，只经过，{metres} 米。</translation>
    </message>
    <message>
        <source>Turn round, along {street}, only passing: {metres} m.</source>
        <translation>掉头，沿{street}，只经过，{metres} 米。</translation>
    </message>
    <message>
        <source>Look at its left-hand side.</source>
        <translation>查看左侧。</translation>
    </message>
    <message>
        <source>Look at its right-hand side.</source>
        <translation>查看右侧。</translation>
    </message>
    <message>
        <source>Back at the station: {metres} m in all.</source>
        <translation>回到驻点：全程 {metres} 米。</translation>
    </message>
    <message>
        <source>At the end of the route: {metres} m in all.</source>
        <translation>到达终点：全程 {metres} 米。</translation>
    </message>
    <message>
        <source>Stopped before the search was over: the best plan so far.</source>
        <translation>搜索未完成即停止：此为目前最好的方案。</translation>
    </message>
    <message>
        <source>The search was ended by its time limit.</source>
        <translation>搜索因时间上限而结束。</translation>
    </message>
    <message>
        <source>The longest route takes longer than the shift of {hours} h.</source>
        <translation>最长路线超过班次时长 {hours} 小时。</translation>
    </message>
    <message>
        <source>Routes that take longer than the officer's shift: {officers}.</source>
        <translation>路线用时超过本人班次时长：{officers}。</translation>
    </message>
    <message>
        <source>Officers: {officers}. The longest route takes {longest} min, {metres} m; no plan can do it in less than {bound} min, so this one is within {gap} % of the best possible. Longest ÷ mean: {fairness}.</source>
        <translation>共 {officers} 人。最长路线 {longest} 分钟，{metres} 米；任何方案都不可能少于 {bound} 分钟，因此本方案与最优方案相差不超过 {gap} %。最长÷平均：{fairness}。</translation>
    </message>
    <message>
        <source>Officers: {officers}. The fullest shift is used to {share} %; no plan can do with less than {bound} %, so this one is within {gap} % of the best possible. Fullest ÷ mean: {fairness}.</source>
        <translation>共 {officers} 人。用得最满的班次占用 {share} %；任何方案都不可能少于 {bound} %，因此本方案与最优方案相差不超过 {gap} %。最满÷平均：{fairness}。</translation>
    </message>
    <message>
        <source>Officers: {officers}. Metres by priority: {value} are walked; no plan can walk more than {most} within the shift, so the best possible has at most {gap} % more. The longest route takes {longest} min.</source>
        <translation>人数：{officers}。按优先级折算走到 {value} 米；班次内任何方案都不超过 {most} 米，最优方案至多再多 {gap} %。最长路线用时 {longest} 分钟。</translation>
    </message>
    <message>
        <source>The check of the plan failed: {fault}.</source>
        <translation>方案未通过检查：{fault}。</translation>
    </message>
    <message>
        <source>{count} visits are to be planned, more than {most}. Choose a smaller area.</source>
        <translation>需安排 {count} 次走访，超过上限 {most}。请缩小范围。</translation>
    </message>
    <message>
        <source>Not needed: {officers}.</source>
        <translation>无需出动：{officers}。</translation>
    </message>
    <message>
        <source>{expected} of {count} alarms are expected to stand on arrival; nearest first: {simple}.</source>
        <translation>{count} 条报警中，期望到场时仍在持续的有 {expected} 条；就近优先为 {simple} 条。</translation>
    </message>
    <message>
        <source>{count} alarms cannot be reached on foot.</source>
        <translation>{count} 条报警步行无法到达。</translation>
    </message>
    <message>
        <source>Response plan</source>
        <translation>到场安排</translation>
    </message>
    <message>
        <source>No alarm stands: there is nobody to send anywhere.</source>
        <translation>没有正在持续的报警，无需派人。</translation>
    </message>
    <message>
        <source>No field says when alarms began: all are taken to have begun just now.</source>
        <translation>没有字段说明报警何时发生：全部视为刚刚发生。</translation>
    </message>
    <message>
        <source>Alarm {feature} begins after the moment planned for ({count} such features).</source>
        <translation>报警 {feature} 的发生时间晚于安排时刻（此类要素共 {count} 个）。</translation>
    </message>
    <message>
        <source>Standing alarms</source>
        <translation>正在持续的报警</translation>
    </message>
    <message>
        <source>Alarms that stand now, as points. Any coordinate system will do.</source>
        <translation>眼下正在持续的报警，点图层，任何坐标系均可。</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>Since when the alarm stands. Without one, a field with a usual name is taken.</source>
        <translation>报警从何时起持续。不选时按常用名称查找字段。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Kind of alarm: each stands as long as those of its kind did in the past.</source>
        <translation>报警类型：每条报警的持续时间按同类历史报警推算。</translation>
    </message>
    <message>
        <source>Moment planned for</source>
        <translation>安排时刻</translation>
    </message>
    <message>
        <source>Without one, now.</source>
        <translation>不填为当前时刻。</translation>
    </message>
    <message>
        <source>Where the officers are, as points.</source>
        <translation>人员所在位置，点图层。</translation>
    </message>
    <message>
        <source>Name of the officer</source>
        <translation>人员姓名</translation>
    </message>
    <message>
        <source>Without one, a field with a usual name is taken, or a number.</source>
        <translation>不选时按常用名称查找字段，否则用编号。</translation>
    </message>
    <message>
        <source>Ways are measured along them; without streets, 1.3 times as far as the crow flies.</source>
        <translation>路程沿街道量取；没有街道时取直线距离的 1.3 倍。</translation>
    </message>
    <message>
        <source>Walking speed (km/h)</source>
        <translation>步行速度（千米/小时）</translation>
    </message>
    <message>
        <source>How fast officers go; 12 for a bicycle.</source>
        <translation>人员行进速度；骑车可填 12。</translation>
    </message>
    <message>
        <source>Time at each alarm (minutes)</source>
        <translation>每处停留时间（分钟）</translation>
    </message>
    <message>
        <source>How long an officer stays before going on.</source>
        <translation>到场后停留多久再去下一处。</translation>
    </message>
    <message>
        <source>Who goes where, in which order, when they arrive, and the chance that it stands.</source>
        <translation>谁去哪里、按什么顺序、何时到达，以及到场时仍在持续的概率。</translation>
    </message>
    <message>
        <source>Alarms expected to stand on arrival</source>
        <translation>期望到场时仍在持续的报警数</translation>
    </message>
    <message>
        <source>Expected when the nearest is met first</source>
        <translation>就近优先时的期望数</translation>
    </message>
    <message>
        <source>Alarms out of reach</source>
        <translation>无法到达的报警数</translation>
    </message>
    <message>
        <source>{layer} is no layer of planned routes: it has no fields officer and leg.</source>
        <translation>{layer} 不是规划路线图层：没有巡查员和路段序号字段。</translation>
    </message>
    <message>
        <source>Leg {feature} of the plan has no number.</source>
        <translation>规划路段 {feature} 没有序号。</translation>
    </message>
    <message>
        <source>Leg {feature} of the plan does not lie on the streets. Choose the streets it was planned on.</source>
        <translation>规划路段 {feature} 不在街道上。请选择规划时所用的街道。</translation>
    </message>
    <message>
        <source>{layer} is no layer of planned routes: it has no field {field}.</source>
        <translation>{layer} 不是规划路线图层：缺少字段 {field}。</translation>
    </message>
    <message>
        <source>The layer of planned routes is empty.</source>
        <translation>规划路线图层为空。</translation>
    </message>
    <message>
        <source>Feature {feature}: {word} is no time of day, such as 08:00:00.</source>
        <translation>要素 {feature}：{word} 不是时刻，应如 08:00:00。</translation>
    </message>
    <message>
        <source>Feature {feature} has no line.</source>
        <translation>要素 {feature} 没有线。</translation>
    </message>
    <message>
        <source>Area {feature} has no shape.</source>
        <translation>区域 {feature} 没有图形。</translation>
    </message>
    <message>
        <source>The layer of areas is empty.</source>
        <translation>区域图层是空的。</translation>
    </message>
    <message>
        <source>There are no events to make cells around.</source>
        <translation>没有事件，无法生成格子。</translation>
    </message>
    <message>
        <source>Feature {feature} lies so far out that cells would be {side} m wide. Correct it, or give their width.</source>
        <translation>要素 {feature} 距离过远，网格将宽达 {side} 米。请改正该要素，或给定网格宽度。</translation>
    </message>
    <message>
        <source>There would be {count} cells. Make them larger, or correct feature {feature}, far out.</source>
        <translation>将产生 {count} 个网格。请加大网格，或改正距离过远的要素 {feature}。</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Name or number of a saved plan; without one, what is published now or next.</source>
        <translation>已保存方案的名称或编号，不填为当前或下一个已发布的方案。</translation>
    </message>
    <message>
        <source>Routes that Plan patrols gave, printed without a room, whatever the plan says.</source>
        <translation>“巡查路线规划”输出的路线；给出后直接打印，不取方案，也无需指挥室。</translation>
    </message>
    <message>
        <source>Drawn below the routes; without them, the room's own for a saved plan.</source>
        <translation>绘于路线之下；不给时，已保存的方案用指挥室的街道。</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>A PDF with a page or more for each officer.</source>
        <translation>PDF 文件，每名巡查员一页或多页。</translation>
    </message>
    <message>
        <source>Community Brain</source>
        <translation>社区大脑</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}</source>
        <translation>无法写入 {path}：{reason}</translation>
    </message>
    <message>
        <source>Cell size (metres)</source>
        <translation>像元大小（米）</translation>
    </message>
    <message>
        <source>Without one, a thirtieth of the reach, and never more than four million cells.</source>
        <translation>留空则取影响距离的三十分之一，且像元总数不超过四百万。</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Without one, all places an event reaches. Events beside it count all the same.</source>
        <translation>留空则为事件影响所及的全部范围。范围外的事件同样计入。</translation>
    </message>
    <message>
        <source>Study area</source>
        <translation>研究区</translation>
    </message>
    <message>
        <source>Polygons outside which nothing is shown.</source>
        <translation>只显示这些多边形以内的结果。</translation>
    </message>
    <message>
        <source>Cut out (buildings, water)</source>
        <translation>剔除区域（建筑、水面）</translation>
    </message>
    <message>
        <source>Polygons inside which nothing is shown.</source>
        <translation>这些多边形以内不显示结果。</translation>
    </message>
    <message>
        <source>{columns} × {rows} cells of {cell} m.</source>
        <translation>{columns} × {rows} 个像元，边长 {cell} 米。</translation>
    </message>
    <message>
        <source>A GeoTIFF with class, ratio, difference, z, p, q and how much base there is.</source>
        <translation>GeoTIFF，含等级、比值、差值、z、p、q 和背后的基数。</translation>
    </message>
    <message>
        <source>Number of features in the base</source>
        <translation>基数要素数</translation>
    </message>
    <message>
        <source>More than expected (km²)</source>
        <translation>多于应有（平方千米）</translation>
    </message>
    <message>
        <source>Less than expected (km²)</source>
        <translation>少于应有（平方千米）</translation>
    </message>
    <message>
        <source>Too little to tell (km²)</source>
        <translation>无法判断（平方千米）</translation>
    </message>
    <message>
        <source>The base has {count} features.</source>
        <translation>基数有 {count} 个要素。</translation>
    </message>
    <message>
        <source>Give a base to compare with, or the time of the events to compare periods.</source>
        <translation>请给出用于比较的基数，或给出事件时间以比较前后两个时期。</translation>
    </message>
    <message>
        <source>All events lie on one side of {moment}: there are no two periods.</source>
        <translation>所有事件都在 {moment} 的同一侧，无法分为两个时期。</translation>
    </message>
    <message>
        <source>From {moment} on {later} events, before it {earlier}; the first period is {share} times as long.</source>
        <translation>{moment} 起有事件 {later} 个，此前 {earlier} 个；前一时期长度为后一时期的 {share} 倍。</translation>
    </message>
    <message>
        <source>{more} km² with more than expected, {less} with less, {thin} with too little to tell.</source>
        <translation>多于应有 {more} 平方千米，少于应有 {less} 平方千米，无法判断 {thin} 平方千米。</translation>
    </message>
    <message>
        <source>Ratio to what is expected</source>
        <translation>与应有之比</translation>
    </message>
    <message>
        <source>More or less than expected</source>
        <translation>与应有之差</translation>
    </message>
    <message>
        <source>Units of the base behind it</source>
        <translation>背后的基数单位</translation>
    </message>
    <message>
        <source>Relative hazard (times what is expected)</source>
        <translation>相对隐患（应有的倍数）</translation>
    </message>
    <message>
        <source>More or less than expected ({unit})</source>
        <translation>与应有之差（{unit}）</translation>
    </message>
    <message>
        <source>Relative hazard (how sure)</source>
        <translation>相对隐患（可信度）</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>基数</translation>
    </message>
    <message>
        <source>What it could have happened to: components, homes with residents; or the events of an earlier period. Without one, later events are compared with earlier ones.</source>
        <translation>事件可能发生的对象：部件、有居民的住宅；或更早时期的事件。留空则用后期事件与前期事件比较。</translation>
    </message>
    <message>
        <source>Weight of the base</source>
        <translation>基数权重</translation>
    </message>
    <message>
        <source>Such as the number of residents; without one, each feature counts one.</source>
        <translation>如居民人数；留空则每个要素计一。</translation>
    </message>
    <message>
        <source>The base is</source>
        <translation>基数性质</translation>
    </message>
    <message>
        <source>A full list is certain; an earlier period is itself a matter of chance.</source>
        <translation>全量清单是确定的；更早的时期本身也带有偶然性。</translation>
    </message>
    <message>
        <source>A full list (components, residents)</source>
        <translation>全量清单（部件、居民）</translation>
    </message>
    <message>
        <source>An earlier period, or a sample</source>
        <translation>更早的时期或抽样</translation>
    </message>
    <message>
        <source>Date or time of the event; used without a base, to part the events in two.</source>
        <translation>事件的日期或时间；不给基数时用于把事件分为两个时期。</translation>
    </message>
    <message>
        <source>The later period begins</source>
        <translation>后一时期开始于</translation>
    </message>
    <message>
        <source>Without a moment, halfway between the first event and the last.</source>
        <translation>留空则取首末事件的中间时刻。</translation>
    </message>
    <message>
        <source>Days of the events</source>
        <translation>事件时期天数</translation>
    </message>
    <message>
        <source>Days of the base</source>
        <translation>基数时期天数</translation>
    </message>
    <message>
        <source>With both lengths, a change of the whole shows. Without them, each place is compared with the average of all.</source>
        <translation>两个长度都给出时，可看出总体变化；否则各处与全域平均比较。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>What the legend shows; the file holds all of it.</source>
        <translation>图例显示的内容；文件中全部保存。</translation>
    </message>
    <message>
        <source>How sure it is that there is more or less</source>
        <translation>偏多或偏少的可信度</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>比值</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Least that must stand behind a place</source>
        <translation>一处背后的最低数量</translation>
    </message>
    <message>
        <source>Units of the base, and events expected. Below it a place is marked as too thin, never as a hot spot.</source>
        <translation>指基数单位和应有事件数。低于此数的地方标为无法判断，绝不标为热点。</translation>
    </message>
    <message>
        <source>Of what is shown at 5 %, at most 5 % is then expected to be chance.</source>
        <translation>在 5% 水平显示的结果中，预期至多 5% 出于偶然。</translation>
    </message>
    <message>
        <source>Simulations</source>
        <translation>模拟次数</translation>
    </message>
    <message>
        <source>With 199, p comes from events dealt out by chance, not from the formula.</source>
        <translation>设为 199 时，p 来自随机重分的事件，而非公式。</translation>
    </message>
    <message>
        <source>Another officer than before</source>
        <translation>换人</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>新增巡查</translation>
    </message>
    <message>
        <source>Not asked for any more</source>
        <translation>不再需要</translation>
    </message>
    <message>
        <source>The streets of the former plan, as they are now.</source>
        <translation>原方案的道路，按现状。</translation>
    </message>
    <message>
        <source>Former routes</source>
        <translation>原路线</translation>
    </message>
    <message>
        <source>The layer of routes that Plan patrols gave, or this algorithm.</source>
        <translation>“巡查路线规划”或本算法得到的路线图层。</translation>
    </message>
    <message>
        <source>Walked until</source>
        <translation>已走至</translation>
    </message>
    <message>
        <source>Time of day, as 10:30: what the former plan has walked by then stays. Empty: nobody has started.</source>
        <translation>时刻，如 10:30：到此时按原方案已走过的保持不变。留空：尚未出发。</translation>
    </message>
    <message>
        <source>Officers who are gone</source>
        <translation>退出的巡查员</translation>
    </message>
    <message>
        <source>Their numbers, as 2, 5: others make what they have not visited yet.</source>
        <translation>编号，如 2、5：其尚未完成的巡查由他人承担。</translation>
    </message>
    <message>
        <source>New officers</source>
        <translation>新增巡查员</translation>
    </message>
    <message>
        <source>How many come in addition.</source>
        <translation>增援人数。</translation>
    </message>
    <message>
        <source>Where new officers start</source>
        <translation>新增巡查员的出发点</translation>
    </message>
    <message>
        <source>Points, taken in turn. Without any, they start where the others started.</source>
        <translation>点图层，依次取用。不给出时，从其他人的出发点出发。</translation>
    </message>
    <message>
        <source>Officers whose routes are fixed</source>
        <translation>路线固定的巡查员</translation>
    </message>
    <message>
        <source>Their numbers, as 1, 4: they walk on as planned.</source>
        <translation>编号，如 1、4：按原方案继续走。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Field of the streets: what is not 0, no or empty stays with its officer.</source>
        <translation>道路字段：值不为 0、否或空的，仍归原巡查员。</translation>
    </message>
    <message>
        <source>How often a street is to be walked now, what is walked already counted in. Without a field, as often as in the former plan.</source>
        <translation>现在每条道路应巡查的次数，已走的计算在内。不选字段则与原方案相同。</translation>
    </message>
    <message>
        <source>A change must save (minutes)</source>
        <translation>换人至少节省（分钟）</translation>
    </message>
    <message>
        <source>A visit changes hands only where that shortens the longest route by so much; 0: wherever it does.</source>
        <translation>只有能使最长路线缩短这么多时，某次巡查才换人；0：只要能缩短就换。</translation>
    </message>
    <message>
        <source>Routes may take (minutes)</source>
        <translation>路线可用时间（分钟）</translation>
    </message>
    <message>
        <source>Routes up to this length, the walked part counted in, need not become shorter: nothing changes for their sake. 0: the longest is made as short as is worth it.</source>
        <translation>不超过此时长（含已走部分）的路线无须缩短，不因此作改动。0：在值得的范围内使最长路线尽可能短。</translation>
    </message>
    <message>
        <source>Patrol routes, made anew</source>
        <translation>重新规划的巡查路线</translation>
    </message>
    <message>
        <source>Whole routes, what has been walked first; officers keep their numbers.</source>
        <translation>完整路线，已走部分在前；巡查员编号不变。</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>Every visit of another officer than before; 0 stands for nobody.</source>
        <translation>每次换人的巡查；0 表示无人。</translation>
    </message>
    <message>
        <source>Visits of another officer</source>
        <translation>换人的巡查次数</translation>
    </message>
    <message>
        <source>Visits handed over without need</source>
        <translation>非必需的换人次数</translation>
    </message>
    <message>
        <source>Visits not asked for any more</source>
        <translation>不再需要的巡查次数</translation>
    </message>
    <message>
        <source>The former plan has no officer {word}; it has {known}.</source>
        <translation>原方案没有 {word} 号巡查员；有 {known}。</translation>
    </message>
    <message>
        <source>The longest route takes {longest} min; with what is walked and locked, no plan can do it in less than {bound} min. Visits of another officer than before: {moved}, of these without need: {handed}. Not asked for any more: {dropped}. Same visits in another order: {reordered}.</source>
        <translation>最长路线 {longest} 分钟；在已走和锁定条件下，任何方案都不低于 {bound} 分钟。与原来不同的巡查：{moved} 次，其中非必需：{handed} 次。不再需要：{dropped} 次。巡查内容相同而顺序改变：{reordered}。</translation>
    </message>
    <message>
        <source>Nobody can or may walk {count} streets any more. Features: {features}</source>
        <translation>{count} 条道路已无人能够或可以巡查。要素：{features}</translation>
    </message>
    <message>
        <source>events (counts, no denominator)</source>
        <translation>事件数（计数，无分母）</translation>
    </message>
    <message>
        <source>events per hour and one of {base}</source>
        <translation>每小时每单位事件数（基数 {base}）</translation>
    </message>
    <message>
        <source>events per hour (denominator: hours)</source>
        <translation>每小时事件数（分母：小时）</translation>
    </message>
    <message>
        <source>Hour of the day</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Day of the week</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Hazard rhythm, {first} to {last}, {zone}: {unit}</source>
        <translation>隐患时间规律，{first} 至 {last}，{zone}：{unit}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>What Plan patrols gave; its bound and parameters are read from the description.</source>
        <translation>“巡查路线规划”输出的路线；其下界和参数从图层说明中读取。</translation>
    </message>
    <message>
        <source>The coverage that came with them: what is left out is kept with its reason.</source>
        <translation>随路线一并输出的覆盖图层：未覆盖的街道连同原因一并保存。</translation>
    </message>
    <message>
        <source>The stops that came with them: what each officer looks at, and when.</source>
        <translation>随路线一并输出的停留点：每名巡查员查看什么、何时查看。</translation>
    </message>
    <message>
        <source>Number of the plan</source>
        <translation>方案编号</translation>
    </message>
    <message>
        <source>What others will find it by, up to 80 letters.</source>
        <translation>供他人查找的名称，不超过 80 个字。</translation>
    </message>
    <message>
        <source>On which day the routes are walked; without one, today. The plan belongs to the shift in which the first officer starts.</source>
        <translation>路线在哪一天执行，不填为当日。方案归属于首名巡查员出发时所在的班次。</translation>
    </message>
    <message>
        <source>Give the routes to who is on duty</source>
        <translation>指派给在岗人员</translation>
    </message>
    <message>
        <source>Collectors of that shift, by their staff numbers. Each route can be given to somebody else later.</source>
        <translation>按工号依次指派给该班次的采集员，之后每条路线均可改派。</translation>
    </message>
    <message>
        <source>Publish to the shift</source>
        <translation>向班次发布</translation>
    </message>
    <message>
        <source>The shift leader only. All desks show the routes during the shift; another plan of the same shift is withdrawn.</source>
        <translation>仅限值班长。班次期间所有席位显示这些路线，同一班次的其他方案随之撤回。</translation>
    </message>
    <message>
        <source>Saved as {name}, number {number}: {officers} officers, {legs} legs.</source>
        <translation>已保存为 {name}，编号 {number}：{officers} 名巡查员，{legs} 个路段。</translation>
    </message>
    <message>
        <source>Published: every desk shows it during its shift.</source>
        <translation>已发布：班次期间各席位均显示。</translation>
    </message>
    <message>
        <source>{count} routes are nobody's yet: {people} collectors are on duty then.</source>
        <translation>{count} 条路线尚未指派：届时在岗采集员 {people} 名。</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>A vector or raster layer; its legend and description are kept with it.</source>
        <translation>矢量或栅格图层；图例和说明一并保存。</translation>
    </message>
    <message>
        <source>Replace what has this name</source>
        <translation>替换同名结果</translation>
    </message>
    <message>
        <source>Your own only; the shift leader may replace any.</source>
        <translation>只能替换自己的结果；值班长可以替换任何结果。</translation>
    </message>
    <message>
        <source>Size in bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>There is no layer to save.</source>
        <translation>没有可保存的图层。</translation>
    </message>
    <message>
        <source>Saved as {name}: {size} bytes before they were compressed.</source>
        <translation>已保存为 {name}：压缩前 {size} 字节。</translation>
    </message>
    <message>
        <source>{layer} is neither features nor a raster file, so it cannot be saved.</source>
        <translation>{layer} 既不是矢量图层也不是栅格文件，无法保存。</translation>
    </message>
    <message>
        <source>Time limit (seconds)</source>
        <translation>时间上限（秒）</translation>
    </message>
    <message>
        <source>The search ends by itself; a limit that ends it sooner makes the plan depend on the computer.</source>
        <translation>搜索会自行结束；若因上限提前结束，方案将取决于计算机快慢。</translation>
    </message>
    <message>
        <source>The same seed gives the same plan; another one gives another, about as good.</source>
        <translation>种子相同，方案相同；换一个种子得到另一个水平相近的方案。</translation>
    </message>
    <message>
        <source>{step}: {count} events</source>
        <translation>{step}：{count} 个事件</translation>
    </message>
    <message>
        <source>One map for each step</source>
        <translation>逐时段地图</translation>
    </message>
    <message>
        <source>(the last {count})</source>
        <translation>（最近 {count} 个）</translation>
    </message>
    <message>
        <source>Areas by pattern</source>
        <translation>各类型区域数</translation>
    </message>
    <message>
        <source>Sum of weights on streets {weight}, integral along them {integral}.</source>
        <translation>道路上的权重之和 {weight}，沿道路的积分 {integral}。</translation>
    </message>
    <message>
        <source>events/km</source>
        <translation>件/千米</translation>
    </message>
    <message>
        <source>Street hazard density ({unit})</source>
        <translation>道路隐患密度（{unit}）</translation>
    </message>
    <message>
        <source>{count} events are too far from a street and do not count: {features}</source>
        <translation>有 {count} 个事件离道路过远，不计入：{features}</translation>
    </message>
    <message>
        <source>Pieces of streets with events per km.</source>
        <translation>分段道路及其每千米事件数。</translation>
    </message>
    <message>
        <source>Events too far from a street</source>
        <translation>离道路过远的事件</translation>
    </message>
    <message>
        <source>They do not count; here they are, with the id of their feature.</source>
        <translation>这些事件不计入，在此列出并附要素编号。</translation>
    </message>
    <message>
        <source>Street profile</source>
        <translation>道路剖面图</translation>
    </message>
    <message>
        <source>A picture of the streets as walls as high as there is density, and of the five densest drawn out.</source>
        <translation>一张图：道路立起为墙，墙高即密度；密度最高的五条街道另行展开。</translation>
    </message>
    <message>
        <source>Integral along the streets</source>
        <translation>沿道路的积分</translation>
    </message>
    <message>
        <source>0 both ways, 1 along the line, -1 against it. Without one, all streets go both ways.</source>
        <translation>0 为双向，1 为沿线方向，-1 为逆线方向。留空则全部按双向处理。</translation>
    </message>
    <message>
        <source>For the profile: pieces of one name are one street. Without names, a street is what goes straight on.</source>
        <translation>用于剖面图：同名路段为一条街道；没有名称时，笔直延续的路段为一条街道。</translation>
    </message>
    <message>
        <source>Farthest from a street (metres)</source>
        <translation>离道路的最大距离（米）</translation>
    </message>
    <message>
        <source>Events farther away are listed and do not count.</source>
        <translation>更远的事件只列出，不计入。</translation>
    </message>
    <message>
        <source>How far along the streets an event reaches.</source>
        <translation>一个事件沿道路的影响距离。</translation>
    </message>
    <message>
        <source>Length of pieces (metres)</source>
        <translation>分段长度（米）</translation>
    </message>
    <message>
        <source>Streets are cut in equal pieces no longer than this.</source>
        <translation>道路按不超过该长度等分。</translation>
    </message>
    <message>
        <source>At crossings</source>
        <translation>路口处理</translation>
    </message>
    <message>
        <source>Continuous keeps every event's weight and has no jumps. Discontinuous divides it among the streets that lead on. Simple copies it into each, so that it multiplies.</source>
        <translation>连续：保持每个事件的权重，且没有跳变。不连续：在路口平分给前方各条道路。简单：复制到每条道路，权重会成倍增加。</translation>
    </message>
    <message>
        <source>Continuous (Okabe)</source>
        <translation>连续（冈部）</translation>
    </message>
    <message>
        <source>Discontinuous</source>
        <translation>不连续</translation>
    </message>
    <message>
        <source>Simple</source>
        <translation>简单</translation>
    </message>
    <message>
        <source>Adaptive bandwidth</source>
        <translation>自适应带宽</translation>
    </message>
    <message>
        <source>Narrow where events crowd, wide where they are few, as the crow flies.</source>
        <translation>事件密集处带宽窄，稀疏处带宽宽，按直线距离判断。</translation>
    </message>
    <message>
        <source>Straight on only</source>
        <translation>只沿直行</translation>
    </message>
    <message>
        <source>Weight turns no corner of more than 45° but stays on its own street.</source>
        <translation>权重不转超过 45° 的路口，只留在本街道。</translation>
    </message>
    <message>
        <source>{count} pieces have a density below zero: on short streets between crossings of many streets the continuous method may send back more than is there. With a smoother kernel there are fewer.</source>
        <translation>{count} 段的密度低于零：在多岔路口之间的短街上，连续方法折回的可能多于原有的。核越平滑，这样的路段越少。</translation>
    </message>
    <message>
        <source>The layer of streets is empty.</source>
        <translation>道路图层是空的。</translation>
    </message>
    <message>
        <source>Feature {feature}: {word} does not say which way the street goes.</source>
        <translation>要素 {feature}：{word} 不能说明道路的通行方向。</translation>
    </message>
    <message>
        <source>Height and colour: {unit}. Letters: the streets drawn out on the right.</source>
        <translation>高度与颜色：{unit}。字母：右侧展开的街道。</translation>
    </message>
    <message>
        <source>There is nothing on any street.</source>
        <translation>任何街道上都没有事件。</translation>
    </message>
    <message>
        <source>metres along the street; dotted: crossings</source>
        <translation>沿街距离（米），虚线为路口</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>抽中</translation>
    </message>
    <message>
        <source>Not drawn</source>
        <translation>未抽中</translation>
    </message>
    <message>
        <source>Found by the first sweep alone</source>
        <translation>仅第一次发现</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>Points with their time, or lines. Or leave it empty and give files.</source>
        <translation>带时间的点，或线。也可留空而给出文件。</translation>
    </message>
    <message>
        <source>Files of tracks (GPX, CSV)</source>
        <translation>轨迹文件（GPX、CSV）</translation>
    </message>
    <message>
        <source>GPX of handhelds, or CSV with columns lon, lat, time and officer, or the same in Chinese.</source>
        <translation>手持终端的 GPX，或含“经度”“纬度”“时间”“巡查员”各列的 CSV。</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>巡查员</translation>
    </message>
    <message>
        <source>Whose point it is. Without one, a field with a usual name is taken.</source>
        <translation>该点属于谁。不选时，按常用名称查找字段。</translation>
    </message>
    <message>
        <source>Positions are</source>
        <translation>坐标为</translation>
    </message>
    <message>
        <source>Many Chinese handhelds and platforms give GCJ-02 or BD-09, 100 to 700 m off. It cannot be seen from the figures: ask who made them.</source>
        <translation>国内许多终端和平台给出的是 GCJ-02 或 BD-09，偏移 100 至 700 米。从数值上看不出来，请向提供数据者核实。</translation>
    </message>
    <message>
        <source>True (WGS84, or as the layer says)</source>
        <translation>真实坐标（文件按经纬度，图层按其坐标系）</translation>
    </message>
    <message>
        <source>Give the tracks as a layer or as files, one of both.</source>
        <translation>请以图层或文件给出轨迹，二者选一。</translation>
    </message>
    <message>
        <source>The tracks hold no points.</source>
        <translation>轨迹中没有定位点。</translation>
    </message>
    <message>
        <source>{count} points of {officers} officers were read.</source>
        <translation>读取了 {officers} 名巡查员的 {count} 个定位点。</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>已查看</translation>
    </message>
    <message>
        <source>Too fast to look</source>
        <translation>过快，来不及查看</translation>
    </message>
    <message>
        <source>Not planned</source>
        <translation>不在规划内</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>已覆盖</translation>
    </message>
    <message>
        <source>Covered, out of order</source>
        <translation>已覆盖，次序颠倒</translation>
    </message>
    <message>
        <source>Covered in part</source>
        <translation>部分覆盖</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>漏走</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停留</translation>
    </message>
    <message>
        <source>Gap in the signal</source>
        <translation>信号中断</translation>
    </message>
    <message>
        <source>{file} holds no track points.</source>
        <translation>{file} 中没有轨迹点。</translation>
    </message>
    <message>
        <source>{file} is no GPX file.</source>
        <translation>{file} 不是 GPX 文件。</translation>
    </message>
    <message>
        <source>{file} has no columns of longitude and latitude, such as lon and lat.</source>
        <translation>{file} 没有经度和纬度列（如“经度”“纬度”）。</translation>
    </message>
    <message>
        <source>{file}, line {line}: {word} is no number of degrees.</source>
        <translation>{file} 第 {line} 行：{word} 不是度数。</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>事件类别</translation>
    </message>
    <message>
        <source>Field whose values are looked up in the table of severities.</source>
        <translation>按该字段的取值在严重程度表中查找。</translation>
    </message>
    <message>
        <source>Table of severities</source>
        <translation>严重程度表</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Kind and how much it counts. Kinds that are not in the table count one.</source>
        <translation>类别及其计数权重。表中没有的类别计一。</translation>
    </message>
    <message>
        <source>Date or time of the event; used only with a half-life.</source>
        <translation>事件的日期或时间；仅在设置半衰期时使用。</translation>
    </message>
    <message>
        <source>Half-life (days)</source>
        <translation>半衰期（天）</translation>
    </message>
    <message>
        <source>After so many days an event counts half as much. Without one, age does not matter.</source>
        <translation>经过这些天后，事件权重减半。留空则不考虑时间远近。</translation>
    </message>
    <message>
        <source>Age is counted back from</source>
        <translation>时间远近的起算时刻</translation>
    </message>
    <message>
        <source>Without a moment, that of the latest event. Later events are refused.</source>
        <translation>留空则取最近一个事件的时间。晚于该时刻的事件会被拒绝。</translation>
    </message>
    <message>
        <source>The severity of {kind} is not a number: {severity}</source>
        <translation>类别 {kind} 的严重程度不是数值：{severity}</translation>
    </message>
    <message>
        <source>{reason} Calculated in an equal-area system around the events instead: Lambert azimuthal, centre {latitude}°, {longitude}°.</source>
        <translation>{reason}改用以事件为中心的等面积坐标系计算：兰伯特方位投影，中心 {latitude}°、{longitude}°。</translation>
    </message>
    <message>
        <source>Feature {feature} lies nowhere its coordinate system knows ({count} such features). Correct it, or give the layer the system its coordinates are in.</source>
        <translation>要素 {feature} 的位置超出其坐标系的范围（此类要素 {count} 个）。请改正，或为图层指定其坐标真正所属的坐标系。</translation>
    </message>
    <message>
        <source>The layer is in degrees.</source>
        <translation>图层坐标为经纬度。</translation>
    </message>
    <message>
        <source>The layer is not in metres.</source>
        <translation>图层坐标单位不是米。</translation>
    </message>
    <message>
        <source>The layer's coordinate system distorts areas here.</source>
        <translation>图层坐标系在此处面积变形过大。</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>办理方</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Deadline {time}</source>
        <translation>截止时间 {time}</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Only the {count} open ones of a chart’s bar</source>
        <translation>仅显示图表所选的 {count} 件在办案卷</translation>
    </message>
    <message>
        <source>What lies below is old. Reconnecting goes on by itself; drafts are kept.</source>
        <translation>下方内容已非最新。系统正在自动重连，草稿已保留。</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>{time} 起离线</translation>
    </message>
    <message>
        <source>Catching up since {time}</source>
        <translation>{time} 起正在同步</translation>
    </message>
    <message>
        <source>A moment, please.</source>
        <translation>请稍候。</translation>
    </message>
    <message>
        <source>Opening the room …</source>
        <translation>正在打开指挥室…</translation>
    </message>
    <message>
        <source>Case files are being read.</source>
        <translation>正在读取案卷。</translation>
    </message>
    <message>
        <source>Case files are being sorted.</source>
        <translation>案卷正在排序。</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>待派遣</translation>
    </message>
    <message>
        <source>Waiting to be dispatched to a handling unit</source>
        <translation>等待派遣至处置单位</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>全部在办</translation>
    </message>
    <message>
        <source>Every case file that has not ended</source>
        <translation>所有未终结的案卷</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Waiting for a step of your post</source>
        <translation>等待您的席位办理</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>The running limit has passed</source>
        <translation>已超过当前时限</translation>
    </message>
    <message>
        <source>My unit</source>
        <translation>本单位</translation>
    </message>
    <message>
        <source>Held by your handling unit</source>
        <translation>由您的处置单位办理</translation>
    </message>
    <message>
        <source>Search number, class, place … ( / )</source>
        <translation>搜索编号、类别、位置…（/）</translation>
    </message>
    <message>
        <source>Keep this filter under a name (*); 1 to 9 apply those that are kept</source>
        <translation>将当前筛选命名保存（*）；按 1 至 9 应用已保存的筛选</translation>
    </message>
    <message>
        <source>The most urgent ones; all others are being read …</source>
        <translation>先列出最紧急的案卷，其余正在读取……</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>{mark} as known at {time}</source>
        <translation>{mark} 截至{time}已知</translation>
    </message>
    <message>
        <source>None of these case files is open</source>
        <translation>所选案卷均已结束</translation>
    </message>
    <message>
        <source>“Show all” brings the others back.</source>
        <translation>点“全部显示”恢复其余案卷。</translation>
    </message>
    <message>
        <source>Nothing fits the search</source>
        <translation>没有符合的案卷</translation>
    </message>
    <message>
        <source>Esc in the search field shows all again.</source>
        <translation>在搜索框按 Esc 恢复全部显示。</translation>
    </message>
    <message>
        <source>No open case file</source>
        <translation>没有在办案卷</translation>
    </message>
    <message>
        <source>Press N to report one.</source>
        <translation>按 N 键即可上报。</translation>
    </message>
    <message>
        <source>Nothing in this bucket</source>
        <translation>此分类下没有案卷</translation>
    </message>
    <message>
        <source>“All open” shows the others.</source>
        <translation>点“全部在办”可查看其他案卷。</translation>
    </message>
</context>
<context>
    <name>Response</name>
    <message>
        <source>{who}, there in {minutes} min, chance still true {chance} %</source>
        <translation>{who}，{minutes} 分钟到达，届时仍在报的可能 {chance}%</translation>
    </message>
    <message>
        <source>{who} after another, in {minutes} min, chance still true {chance} %</source>
        <translation>{who}，处理前一处后 {minutes} 分钟到达，届时仍在报的可能 {chance}%</translation>
    </message>
    <message>
        <source>Send whom where:</source>
        <translation>建议派谁去哪里：</translation>
    </message>
    <message>
        <source>{kinds}: too few past alarms to know a chance.</source>
        <translation>{kinds}：历史报警太少，无法估计可能性。</translation>
    </message>
</context>
<context>
    <name>RoomFilter</name>
    <message>
        <source>Command room</source>
        <translation>指挥室</translation>
    </message>
    <message>
        <source>Case files</source>
        <translation>案卷</translation>
    </message>
    <message>
        <source>Classes (filter the queue)</source>
        <translation>类别（筛选案卷队列）</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
</context>
<context>
    <name>RoomMap</name>
    <message>
        <source>Command room</source>
        <translation>指挥室</translation>
    </message>
    <message>
        <source>Offline since {time}: the map shows what was known then</source>
        <translation>{time} 起离线：地图显示的是当时的情况</translation>
    </message>
    <message>
        <source>Catching up since {time}: the map is not complete yet</source>
        <translation>{time} 起正在同步：地图尚不完整</translation>
    </message>
    <message>
        <source>Connecting since {time}</source>
        <translation>{time} 起正在连接</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>not live since {time}</source>
        <translation>{time} 起非实时</translation>
    </message>
    <message>
        <source>Data of {time}, {state}</source>
        <translation>数据截至 {time}，{state}</translation>
    </message>
    <message>
        <source>components, sensors, streets and buildings could not be read and are left out</source>
        <translation>部件、传感器、道路和建筑无法读取，未予显示</translation>
    </message>
    <message>
        <source>Community Brain</source>
        <translation>社区大脑</translation>
    </message>
</context>
<context>
    <name>RoomOptionsPage</name>
    <message>
        <source>Community Brain</source>
        <translation>社区大脑</translation>
    </message>
    <message>
        <source>Open the room when QGIS starts</source>
        <translation>QGIS 启动时打开指挥室</translation>
    </message>
    <message>
        <source>The room: {room}</source>
        <translation>指挥室：{room}</translation>
    </message>
    <message>
        <source>Choose the room …</source>
        <translation>选择指挥室…</translation>
    </message>
    <message>
        <source>private room of this machine, post {post}</source>
        <translation>本机指挥室，{post}席位</translation>
    </message>
    <message>
        <source>service {service}</source>
        <translation>服务 {service}</translation>
    </message>
    <message>
        <source>stored connection {stored}</source>
        <translation>已存连接 {stored}</translation>
    </message>
    <message>
        <source>{database} on {host}</source>
        <translation>{host} 上的 {database}</translation>
    </message>
</context>
<context>
    <name>RoomSession</name>
    <message>
        <source>Muted until {time}</source>
        <translation>静音至 {time}</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Alarms ({count})</source>
        <translation>报警（{count}）</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>Your post cannot report case files; an acceptor or a collector can.</source>
        <translation>您的席位不能上报案卷，请由受理员或采集员上报。</translation>
    </message>
    <message>
        <source>Handover (1)</source>
        <translation>交接班（1）</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Room settings</source>
        <translation>指挥室设置</translation>
    </message>
    <message>
        <source>Community Brain</source>
        <translation>社区大脑</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>案卷队列</translation>
    </message>
    <message>
        <source>Case file</source>
        <translation>案卷</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>态势</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>值班</translation>
    </message>
    <message>
        <source>Operating states</source>
        <translation>运行状态</translation>
    </message>
    <message>
        <source>Show the keys (?)</source>
        <translation>显示快捷键（?）</translation>
    </message>
    <message>
        <source>New case file</source>
        <translation>新建案卷</translation>
    </message>
    <message>
        <source>Report a case file (N)</source>
        <translation>上报案卷（N）</translation>
    </message>
    <message>
        <source>Print map</source>
        <translation>打印地图</translation>
    </message>
    <message>
        <source>Print the current map to PDF</source>
        <translation>将当前地图打印为 PDF</translation>
    </message>
    <message>
        <source>No sound for half an hour (M)</source>
        <translation>半小时内不发声（M）</translation>
    </message>
    <message>
        <source>Hand the shift over, or take it over</source>
        <translation>交班或接班</translation>
    </message>
    <message>
        <source>Operating states of the areas</source>
        <translation>各区域运行状态</translation>
    </message>
    <message>
        <source>What the room goes by, and figures that are final</source>
        <translation>指挥室运行参数与已锁定的评价周期</translation>
    </message>
</context>
<context>
    <name>RoomSettingsPanel</name>
    <message>
        <source>Yes, change it (Ctrl+Enter)</source>
        <translation>确认更改（Ctrl+回车）</translation>
    </message>
    <message>
        <source>Figures that are final stay so: nothing of these days can be appealed any more.</source>
        <translation>锁定后不可恢复：这些日期内结案的案卷不能再申诉。</translation>
    </message>
    <message>
        <source>Yes, make them final</source>
        <translation>确认锁定</translation>
    </message>
    <message>
        <source>What the room goes by</source>
        <translation>指挥室设置</translation>
    </message>
    <message>
        <source>One host a line; none: no order is sent by webhook</source>
        <translation>每行一个主机；留空则不推送派单</translation>
    </message>
    <message>
        <source>Contacts that are kept already keep their day</source>
        <translation>已保存的联系方式仍按原期限删除</translation>
    </message>
    <message>
        <source>Tracks that are kept already keep their day</source>
        <translation>已保存的轨迹仍按原定日期删除</translation>
    </message>
    <message>
        <source>Hosts that orders may be sent to</source>
        <translation>可推送派单的主机</translation>
    </message>
    <message>
        <source>Attempts before an order has failed</source>
        <translation>推送失败前的尝试次数</translation>
    </message>
    <message>
        <source>Days a caller's contact is kept</source>
        <translation>来电人联系方式保留天数</translation>
    </message>
    <message>
        <source>Days a patrol's track is kept</source>
        <translation>巡查轨迹保留天数</translation>
    </message>
    <message>
        <source>Perhaps the same case file: within metres</source>
        <translation>疑似重复：同类案卷相距（米）以内</translation>
    </message>
    <message>
        <source>Perhaps the same case file: within hours</source>
        <translation>疑似重复：同类案卷相隔（小时）以内</translation>
    </message>
    <message>
        <source>Reports of one person in an hour</source>
        <translation>每人每小时最多上报件数</translation>
    </message>
    <message>
        <source>Space for saved results (MB)</source>
        <translation>分析结果存储上限（MB）</translation>
    </message>
    <message>
        <source>Space for tracks (MB)</source>
        <translation>轨迹存储上限（MB）</translation>
    </message>
    <message>
        <source>The two axes (administrator)</source>
        <translation>双轴（由系统管理员设定）</translation>
    </message>
    <message>
        <source>Read again (F5)</source>
        <translation>重新读取（F5）</translation>
    </message>
    <message>
        <source>Throw changes away</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Figures that are final</source>
        <translation>已锁定的评价周期</translation>
    </message>
    <message>
        <source>Make final</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation>保存（Ctrl+回车）</translation>
    </message>
    <message>
        <source>{setting}: {before} → {value}</source>
        <translation>{setting}：{before} → {value}</translation>
    </message>
    <message>
        <source>Not saved yet; it is kept here until you save it or throw it away</source>
        <translation>尚未保存；本机留作草稿，直到保存或放弃</translation>
    </message>
    <message>
        <source>{first} to {last}: final since {time} ({person})</source>
        <translation>{first} 至 {last}：{time} 锁定（{person}）</translation>
    </message>
    <message>
        <source>No period yet: closed case files cannot be evaluated.</source>
        <translation>尚无锁定周期，已结案案卷不能评价。</translation>
    </message>
    <message>
        <source>{time} {person}: {setting} {before} → {value}</source>
        <translation>{time} {person}：{setting} {before} → {value}</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>正在提交…</translation>
    </message>
</context>
<context>
    <name>RoomToolBar</name>
    <message>
        <source>Community Brain</source>
        <translation>社区大脑</translation>
    </message>
    <message>
        <source>Kind of grid</source>
        <translation>网格类型</translation>
    </message>
    <message>
        <source>Shade grids by</source>
        <translation>网格着色依据</translation>
    </message>
    <message>
        <source>Map theme</source>
        <translation>地图主题</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Open case files</source>
        <translation>在办案卷</translation>
    </message>
    <message>
        <source>Overdue share</source>
        <translation>超时占比</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>Outline only</source>
        <translation>仅轮廓</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>尚无人员</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>演示</translation>
    </message>
</context>
<context>
    <name>SavedFilters</name>
    <message>
        <source>Name of this filter: Enter keeps it, Esc does not</source>
        <translation>筛选名称：回车保存，Esc 取消</translation>
    </message>
    <message>
        <source>Apply this filter ({number}); right click or menu key: rename or forget it; Del: forget it</source>
        <translation>应用此筛选（{number}）；右键或菜单键：改名或删除；删除键：直接删除</translation>
    </message>
    <message>
        <source>Rename this filter …</source>
        <translation>重命名此筛选…</translation>
    </message>
    <message>
        <source>Forget this filter</source>
        <translation>删除此筛选</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Dispatch</source>
        <translation>派遣</translation>
    </message>
    <message>
        <source>File</source>
        <translation>立案</translation>
    </message>
    <message>
        <source>Record handling</source>
        <translation>录入处置</translation>
    </message>
    <message>
        <source>Check, or forward for check</source>
        <translation>核查或批转核查</translation>
    </message>
    <message>
        <source>Close, or confirm</source>
        <translation>结案或确认</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>Urge</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Link duplicate</source>
        <translation>并案</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>Force close</source>
        <translation>强制结案</translation>
    </message>
    <message>
        <source>Ask for an extension, or extend</source>
        <translation>申请延期或准予延期</translation>
    </message>
    <message>
        <source>Ask for a suspension, suspend, or resume</source>
        <translation>申请挂账、准予挂账或恢复</translation>
    </message>
    <message>
        <source>Refuse what was asked for</source>
        <translation>驳回申请</translation>
    </message>
    <message>
        <source>Take back an assignment</source>
        <translation>撤回指派</translation>
    </message>
    <message>
        <source>Rule on a return</source>
        <translation>裁定回退</translation>
    </message>
    <message>
        <source>Quick close</source>
        <translation>快速结案</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Claim, or give the claim back</source>
        <translation>认领或放弃认领</translation>
    </message>
    <message>
        <source>Send a failed order again</source>
        <translation>重新推送失败的派单</translation>
    </message>
    <message>
        <source>Record the unit's answer</source>
        <translation>登记单位答复</translation>
    </message>
    <message>
        <source>New case file</source>
        <translation>新建案卷</translation>
    </message>
    <message>
        <source>Search the queue</source>
        <translation>搜索案卷队列</translation>
    </message>
    <message>
        <source>Keep this filter under a name</source>
        <translation>将当前筛选命名保存</translation>
    </message>
    <message>
        <source>Saved filter {number}</source>
        <translation>已保存的筛选 {number}</translation>
    </message>
    <message>
        <source>Centre the map on the case file</source>
        <translation>地图定位到案卷</translation>
    </message>
    <message>
        <source>Choose a map theme</source>
        <translation>选择地图主题</translation>
    </message>
    <message>
        <source>Mute for half an hour</source>
        <translation>静音半小时</translation>
    </message>
    <message>
        <source>Print the map</source>
        <translation>打印地图</translation>
    </message>
    <message>
        <source>Patrol plans of the shifts</source>
        <translation>各班次的巡查方案</translation>
    </message>
    <message>
        <source>Hand the shift over, or take it over</source>
        <translation>交班或接班</translation>
    </message>
    <message>
        <source>Who is on duty</source>
        <translation>值班人员</translation>
    </message>
    <message>
        <source>Figures of the situation</source>
        <translation>态势指标</translation>
    </message>
    <message>
        <source>Operating states of the areas</source>
        <translation>各区域运行状态</translation>
    </message>
    <message>
        <source>Room settings</source>
        <translation>指挥室设置</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>显示快捷键</translation>
    </message>
    <message>
        <source>Acknowledge the alarm</source>
        <translation>确认报警</translation>
    </message>
    <message>
        <source>Make a case file from the alarm</source>
        <translation>将报警转为案卷</translation>
    </message>
    <message>
        <source>Take the offer for the alarm</source>
        <translation>采纳对此报警的建议</translation>
    </message>
    <message>
        <source>Centre the map on the alarm</source>
        <translation>地图定位到报警</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>返回案卷队列</translation>
    </message>
    <message>
        <source>Go to the alarms</source>
        <translation>转到报警</translation>
    </message>
    <message>
        <source>Next unassigned case file</source>
        <translation>下一个待派遣案卷</translation>
    </message>
    <message>
        <source>In the queue</source>
        <translation>在案卷队列中</translation>
    </message>
    <message>
        <source>In the list of alarms</source>
        <translation>在报警列表中</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>任何位置</translation>
    </message>
    <message>
        <source>Community Brain: {key}</source>
        <translation>社区大脑：{key}</translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>Withdrawn, nothing more is to be done</source>
        <translation>派单已撤回，无须再办</translation>
    </message>
    <message>
        <source>No longer valid</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>Case file</source>
        <translation>案卷</translation>
    </message>
    <message>
        <source>To be done again, because</source>
        <translation>返工原因</translation>
    </message>
    <message>
        <source>Handling unit</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>立案条件</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>派遣时间</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>Command room</source>
        <translation>指挥室</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>派单条</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>撤单通知</translation>
    </message>
    <message>
        <source>Received by / time:</source>
        <translation>接收人 / 时间：</translation>
    </message>
    <message>
        <source>Handled how / time:</source>
        <translation>处置情况 / 时间：</translation>
    </message>
</context>
<context>
    <name>SlipBar</name>
    <message>
        <source>Copy text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Save the slip</source>
        <translation>保存派单条</translation>
    </message>
</context>
<context>
    <name>StateForm</name>
    <message>
        <source>Say why: the reason is kept and shown with the state.</source>
        <translation>请填写理由：理由将留存，并与状态一起显示。</translation>
    </message>
    <message>
        <source>Yes, set it (Ctrl+Enter)</source>
        <translation>确定变更（Ctrl+回车）</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>正在发送……</translation>
    </message>
    <message>
        <source>Set the state (Ctrl+Enter)</source>
        <translation>变更状态（Ctrl+回车）</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Afterwards the state that follows holds by itself: after an emergency, post-transition</source>
        <translation>到期后自动转入后续状态：应急态之后为后转换态</translation>
    </message>
    <message>
        <source>New state</source>
        <translation>新状态</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>A shift leader or an administrator sets the state of an area.</source>
        <translation>区域运行状态由值班长或管理员设定。</translation>
    </message>
    <message>
        <source>{state} – it stays so</source>
        <translation>{state}（不变）</translation>
    </message>
    <message>
        <source>Every desk sees it; rules, time limits, units and turns of duty for “{state}” apply in {area} from now on.</source>
        <translation>各席位随即可见；{area}自此适用“{state}”的规则、时限、处置单位和值班安排。</translation>
    </message>
    <message>
        <source>Afterwards it is {state} by itself.</source>
        <translation>到期后自动转为{state}。</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>resident service silent</source>
        <translation>常驻服务无响应</translation>
    </message>
    <message>
        <source>the server keeps nothing</source>
        <translation>服务器目前无法保存</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>{count} unassigned</source>
        <translation>待派遣 {count}</translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation>超时 {count}</translation>
    </message>
    <message>
        <source>1 alarm/h</source>
        <translation>报警 1 个/时</translation>
    </message>
    <message>
        <source>{count} alarms/h</source>
        <translation>报警 {count} 个/时</translation>
    </message>
    <message>
        <source>{alarms} (good ≤ {good})</source>
        <translation>{alarms}（宜 ≤ {good}）</translation>
    </message>
    <message>
        <source>as known at {time}: {figures}</source>
        <translation>截至{time}已知：{figures}</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>catching up</source>
        <translation>正在同步</translation>
    </message>
    <message>
        <source>offline since {time}</source>
        <translation>{time} 起离线</translation>
    </message>
</context>
<context>
    <name>TrialFields</name>
    <message>
        <source>none: the middle of the streets</source>
        <translation>无：取道路中部</translation>
    </message>
    <message>
        <source>How often each street is to be walked; without a field, once</source>
        <translation>每条道路应巡查的次数；不选字段则各一次</translation>
    </message>
    <message>
        <source>How many walk</source>
        <translation>参加巡查的人数</translation>
    </message>
    <message>
        <source>All visits so many times</source>
        <translation>全部巡查次数乘以该倍数</translation>
    </message>
    <message>
        <source>Hours a route may take</source>
        <translation>一条路线可用的小时数</translation>
    </message>
    <message>
        <source>On patrol, looking included, in km/h</source>
        <translation>巡查时（含查看）的速度，公里/小时</translation>
    </message>
    <message>
        <source>What an officer's hour costs</source>
        <translation>每名巡查员每小时的成本</translation>
    </message>
    <message>
        <source>How long is searched at most, in seconds</source>
        <translation>搜索最多用时，秒</translation>
    </message>
    <message>
        <source>When all start</source>
        <translation>全体出发的时刻</translation>
    </message>
    <message>
        <source>Streets</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>驻点</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>巡查次数</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Visits ×</source>
        <translation>次数 ×</translation>
    </message>
    <message>
        <source>Shift (h)</source>
        <translation>班次（时）</translation>
    </message>
    <message>
        <source>Speed (km/h)</source>
        <translation>时速（公里）</translation>
    </message>
    <message>
        <source>Cost per hour</source>
        <translation>每时成本</translation>
    </message>
    <message>
        <source>Search (s)</source>
        <translation>搜索（秒）</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>出发</translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <source>What if: patrols</source>
        <translation>巡查推演</translation>
    </message>
    <message>
        <source>What if: plan {number}</source>
        <translation>推演：方案 {number}</translation>
    </message>
    <message>
        <source>Officer {number}</source>
        <translation>{number} 号巡查员</translation>
    </message>
    <message>
        <source>The layer of streets is empty.</source>
        <translation>道路图层为空。</translation>
    </message>
    <message>
        <source>The layer of stations is empty.</source>
        <translation>驻点图层为空。</translation>
    </message>
    <message>
        <source>Feature {feature}: {word} does not say how often to walk the street.</source>
        <translation>要素 {feature}：{word} 不能说明该道路应巡查几次。</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Fairness</source>
        <translation>均衡度</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>km</source>
        <translation>公里</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>差距不超过</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>推演内容</translation>
    </message>
    <message>
        <source>Hours and minutes of the longest route</source>
        <translation>最长路线的时长（时:分）</translation>
    </message>
    <message>
        <source>Hours and minutes of a route on average</source>
        <translation>路线平均时长（时:分）</translation>
    </message>
    <message>
        <source>Longest ÷ mean: 1 where all routes take as long</source>
        <translation>最长÷平均：各路线时长相同时为 1</translation>
    </message>
    <message>
        <source>Share of the metres asked for that are walked within the shift</source>
        <translation>班次内走完的里程占应巡查里程的比例</translation>
    </message>
    <message>
        <source>Kilometres walked by all together</source>
        <translation>全体合计里程（公里）</translation>
    </message>
    <message>
        <source>Hours paid × what an hour costs: every officer's whole shift, and what is beyond it</source>
        <translation>计薪小时 × 每小时成本：每人按整班计，超出部分另计</translation>
    </message>
    <message>
        <source>The longest route is within this of the best possible one, proven</source>
        <translation>已证明：最长路线与可能的最优值相差不超过此值</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>巡查员</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>Metres</source>
        <translation>米</translation>
    </message>
    <message>
        <source>unnamed street {number}</source>
        <translation>无名道路 {number}</translation>
    </message>
</context>
<context>
    <name>WhatIfPanel</name>
    <message>
        <source>Choose a layer of streets.</source>
        <translation>请选择道路图层。</translation>
    </message>
    <message>
        <source>There are too many visits for streets to change hands.</source>
        <translation>巡查次数过多，无法调换道路。</translation>
    </message>
    <message>
        <source>a street</source>
        <translation>一条道路</translation>
    </message>
    <message>
        <source>{street} → officer {officer}</source>
        <translation>{street} → {officer} 号巡查员</translation>
    </message>
    <message>
        <source>Officer {officer} has it already.</source>
        <translation>该道路已由 {officer} 号巡查员负责。</translation>
    </message>
    <message>
        <source>No change would save so much.</source>
        <translation>没有改动能节省这么多时间。</translation>
    </message>
    <message>
        <source>evened out: {count} visits changed hands</source>
        <translation>已均衡：{count} 次巡查换人</translation>
    </message>
    <message>
        <source>Save the routes</source>
        <translation>保存路线</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>Try it (Ctrl+Enter)</source>
        <translation>推演（Ctrl+回车）</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Drag streets on the map</source>
        <translation>在地图上拖动道路</translation>
    </message>
    <message>
        <source>Press on a street and drop it on a street of another officer, or press his number. In the list below, go to a street and press the number.</source>
        <translation>按住一条道路，拖放到另一名巡查员的道路上，或按其编号键。也可在列表中选中道路后按编号键。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Save as layer …</source>
        <translation>另存为图层…</translation>
    </message>
    <message>
        <source>Save patrol plan, Print patrol plan, Replan patrols and Compare tracks take this layer, too</source>
        <translation>“保存巡查方案”“打印巡查方案”“巡查路线重新规划”和“轨迹对照”均可使用该图层</translation>
    </message>
    <message>
        <source>Save to the room …</source>
        <translation>保存到指挥室…</translation>
    </message>
    <message>
        <source>Save patrol plan is asked for, filled in; from there it can be published</source>
        <translation>打开已填好的“保存巡查方案”，可在其中发布</translation>
    </message>
    <message>
        <source>Go back to the plan before (Ctrl+Z); nothing is lost</source>
        <translation>回到上一方案（Ctrl+Z），所有方案都保留</translation>
    </message>
    <message>
        <source>Even out</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Hand over as little as is worth it; streets that were given by hand stay where they are</source>
        <translation>只在值得时才换人；手动调整过的道路保持不变</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>What handing over one visit must save of the longest route</source>
        <translation>每次换人至少应使最长路线缩短的时间</translation>
    </message>
    <message>
        <source>Planning …</source>
        <translation>正在规划…</translation>
    </message>
    <message>
        <source>A calculation is under way; it can be stopped.</source>
        <translation>正在计算，可以停止。</translation>
    </message>
    <message>
        <source>Stopped before there was a plan.</source>
        <translation>尚无方案即已停止。</translation>
    </message>
    <message>
        <source>{officers} officers, {shift} h at {speed} km/h, visits × {times}</source>
        <translation>{officers} 人，{shift} 小时，{speed} 公里/小时，次数 × {times}</translation>
    </message>
    <message>
        <source>Plan {number}: the longest route takes {longest}, on average {mean}.</source>
        <translation>方案 {number}：最长路线 {longest}，平均 {mean}。</translation>
    </message>
    <message>
        <source>No plan is below {bound}.</source>
        <translation>任何方案都不短于 {bound}。</translation>
    </message>
    <message>
        <source>{count} streets cannot be reached.</source>
        <translation>{count} 条道路无法到达。</translation>
    </message>
    <message>
        <source>The longest route takes longer than the shift.</source>
        <translation>最长路线超过班次时长。</translation>
    </message>
    <message>
        <source>Officer {number}: {before} → {after}.</source>
        <translation>{number} 号：{before} → {after}。</translation>
    </message>
    <message>
        <source>Changed: longest {longest}, mean {mean}, longest ÷ mean {fairness}, coverage {coverage}, {kilometres} km.</source>
        <translation>变化：最长 {longest}，平均 {mean}，最长÷平均 {fairness}，覆盖率 {coverage}，{kilometres} 公里。</translation>
    </message>
</context>
<context>
    <name>WithdrawalLine</name>
    <message>
        <source>{count} more</source>
        <translation>另有 {count} 件</translation>
    </message>
    <message>
        <source>The order is withdrawn, the unit does not know yet:</source>
        <translation>派单已撤回，尚未通知单位：</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Yellow light</source>
        <translation>黄灯</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>未超时</translation>
    </message>
    <message>
        <source>Waiting elsewhere</source>
        <translation>他处办理</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已终结</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>h</source>
        <translation>时</translation>
    </message>
    <message>
        <source>d</source>
        <translation>天</translation>
    </message>
    <message>
        <source>{amount} clock hours</source>
        <translation>{amount} 个紧急工作时</translation>
    </message>
    <message>
        <source>{amount} working hours</source>
        <translation>{amount} 个工作时</translation>
    </message>
    <message>
        <source>{amount} working days</source>
        <translation>{amount} 个工作日</translation>
    </message>
</context>
</TS>
