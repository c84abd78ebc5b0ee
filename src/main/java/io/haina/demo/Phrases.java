package io.haina.demo;

import java.util.List;

/** What sales people write: short, plain, and put together so that a list of them does not repeat itself at once. */
final class Phrases {

    static final List<String> SOURCES = List.of("转介绍", "展会", "官网", "电话", "广告", "老客户复购", "合作伙伴", "线上活动", "行业会议", "其他");

    /** The kinds of a follow-up, as the activity table names them, the common ones first. */
    static final List<String> KINDS = List.of("call", "wechat", "visit", "meeting", "email", "other");

    static final List<String> RELEASE_REASONS =
            List.of("客户暂时没有采购计划,延期到明年", "联系人已离职,多次联系不上", "预算被取消,暂不考虑", "客户已选择其他供应商", "不在我的负责区域,退回公海", "需求与产品不匹配");

    static final List<String> EXTENSION_REASONS = List.of(
            "客户决策流程较长,需要经过董事会审批", "项目已进入招标阶段,等待开标结果", "客户要求下月安排二次演示", "合同条款正在法务审核", "预算下季度批复,客户意向明确", "对接人出差,约定返回后签约");

    static final List<String> TRANSFER_REASONS =
            List.of("客户总部与我的区域重合,已建立高层联系", "该客户是我老客户的子公司,便于统一服务", "客户主动联系我方,希望由我对接", "原负责人已长期未跟进");

    static final List<String> POSITIONS = List.of("产品经理", "前端工程师", "采购经理", "行政主管", "信息部主任", "总经理助理", "市场总监");

    static final List<String> REPLIES = List.of("沟通顺畅,有意向", "要求发送资料", "约定下周再联系", "暂无需求,保持联系", "已转介绍给采购部");

    static final List<String> APPROVALS = List.of("同意,请继续跟进", "同意延期,抓紧推进", "情况属实,同意", "同意,月底前给出结论");

    static final List<String> REJECTIONS = List.of("已经延期过一次,建议尽快推进或释放", "跟进记录不足,暂不同意", "请先补充拜访记录再申请", "该客户由原负责人继续跟进");

    private static final List<String> DEMANDS = List.of(
            "需要企业级CRM系统",
            "希望统一管理销售线索",
            "计划更换现有客户管理系统",
            "需要移动端外勤管理",
            "希望打通ERP与客户数据",
            "需要售后工单与客户档案一体化",
            "想先做部门级试点",
            "需要多分公司的数据权限管理");
    private static final List<String> BUDGETS =
            List.of("预计预算10万元", "预计预算30万元", "预计预算50万元", "预算100万元以上", "预算待定", "今年预算已批复");
    private static final List<String> CYCLES = List.of("决策周期1个月", "决策周期2个月", "决策周期一个季度", "需走招标流程", "年底前上线");

    private static final List<List<String>> OPENERS = List.of(
            List.of("电话沟通", "电话回访", "与采购负责人通话", "再次致电"),
            List.of("微信沟通", "微信发送了产品资料", "微信确认时间", "微信语音沟通"),
            List.of("上门拜访", "上门拜访了技术负责人", "到客户现场做演示", "陪同售前上门调研"),
            List.of("线上会议讲解方案", "与客户信息部开会", "参加需求评审会", "方案汇报会"),
            List.of("邮件发送报价单", "邮件发送解决方案", "邮件回复技术问题", "邮件发送案例资料"),
            List.of("展会现场交流", "客户来公司参观", "通过合作伙伴了解情况", "寄送样本资料"));
    private static final List<String> FINDINGS = List.of(
            "客户表示有兴趣",
            "客户对产品功能很满意",
            "客户正在对比三家供应商",
            "客户关心数据迁移和实施周期",
            "客户希望价格再优惠一些",
            "对接人需要向领导汇报",
            "技术部门提出了接口要求",
            "客户确认下季度启动项目",
            "客户暂时较忙,约定再联系",
            "客户要求提供同行业案例",
            "预算已进入审批",
            "客户认可我们的服务能力");
    private static final List<String> PLANS =
            List.of("下周上门拜访", "下周提交方案和报价", "三天后电话跟进", "月底前安排产品演示", "准备同行业案例", "约见分管领导", "发送合同草案", "等待客户内部评审结果");

    private Phrases() {}

    static String demand(Dice dice) {
        return dice.pick(DEMANDS) + "," + dice.pick(BUDGETS) + "," + dice.pick(CYCLES);
    }

    static String note(Dice dice, String kind) {
        return dice.pick(OPENERS.get(KINDS.indexOf(kind))) + "," + dice.pick(FINDINGS);
    }

    static String plan(Dice dice) {
        return dice.pick(PLANS);
    }

    static String phone(Dice dice) {
        return dice.pick(PREFIXES)
                + Integer.toString(100_000_000 + dice.below(100_000_000)).substring(1);
    }

    private static final List<String> PREFIXES =
            List.of("135", "136", "137", "138", "139", "150", "158", "186", "188", "199");
}
