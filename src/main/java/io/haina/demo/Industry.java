package io.haina.demo;

import java.util.List;

/** The branches that customers are in, with the words by which companies of the branch call themselves. */
enum Industry {
    INTERNET("互联网/软件", 22, "科技 科技 信息技术 网络科技 软件 数据技术 智能科技 云计算"),
    MANUFACTURING("制造业", 18, "机械制造 精密机械 电子 自动化设备 新材料 实业 仪器仪表 汽车零部件"),
    RETAIL("零售", 13, "贸易 商贸 百货 电子商务 供应链管理 连锁超市 进出口贸易"),
    FINANCE("金融", 10, "投资 投资管理 融资租赁 资产管理 保险经纪 金融信息服务"),
    EDUCATION("教育", 8, "教育科技 教育咨询 文化传播 培训 教育"),
    HEALTH("医疗健康", 8, "医药 医疗器械 生物科技 健康管理 大药房 生物医药"),
    LOGISTICS("物流运输", 7, "物流 国际货运代理 运输 供应链 快递 仓储服务"),
    REAL_ESTATE("房地产", 6, "置业 房地产开发 物业管理 建筑工程 装饰工程"),
    ENERGY("能源", 5, "新能源 电力工程 能源科技 环保科技 光伏科技"),
    GOVERNMENT("政府", 3, "城市建设投资 产业发展 公共服务 市政工程 文化旅游发展");

    private static final Industry[] ALL = values();

    private final String label;
    private final int percent;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> trades;

    Industry(String label, int percent, String trades) {
        this.label = label;
        this.percent = percent;
        this.trades = List.of(trades.split(" "));
    }

    String label() {
        return label;
    }

    List<String> trades() {
        return trades;
    }

    static Industry next(Dice dice) {
        int left = dice.below(100);
        for (Industry industry : ALL) {
            left -= industry.percent;
            if (left < 0) {
                return industry;
            }
        }
        return INTERNET;
    }
}
