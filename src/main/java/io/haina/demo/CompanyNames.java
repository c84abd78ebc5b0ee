package io.haina.demo;

import io.haina.customer.CustomerNames;
import java.util.List;

/** Names of companies as a register of companies shows them, no two of which the duplicate check takes for one. */
final class CompanyNames {

    /** A company before it is a customer; the city is where it is, which is not always where its name says. */
    record Company(String name, String city, Industry industry) {}

    private static final List<String> CITIES = List.of(
            "北京 上海 深圳 广州 杭州 成都 武汉 南京 苏州 西安 重庆 天津 长沙 郑州 青岛 宁波 合肥 厦门 福州 济南 东莞 佛山 无锡 沈阳 大连 昆明 南昌 石家庄 哈尔滨 南宁 贵阳 太原 海口 珠海 温州 常州"
                    .split(" "));
    private static final List<String> BRAND = List.of(
            "华 中 天 金 新 信 达 宏 安 盛 恒 泰 瑞 汇 鑫 海 博 创 智 云 联 通 德 兴 龙 科 星 源 润 嘉 诚 佳 飞 远 东 方 正 和 大 光 力 顺 利 丰 富 宝 康 明 美 益 元 永 昌 隆 万 博 雅 凯 卓 越 锐 捷 迅 腾 奥 思 维 亚 欧 太 国 建 江 河 山 川 林 森 木 石 玉 珠 银 铭 辰 旭 阳 晨 曦 霖 泽 沐 启 航 帆 锦 绣 祥 福 禄 寿 喜 庆 合 众 聚 同 仁 义 礼 尚 品 优 致 诺 骏 驰 鼎 晟 昊 宇 宙 轩 逸 翔 鹏 鲲 麒 麟 凤 鸿 雁 瀚 澜 沧 浩 淼 溪 湾 岭 峰 岳"
                    .split(" "));
    private static final List<String> FORMS =
            List.of("有限公司", "有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司", "集团有限公司", "（集团）有限公司");

    private final Dice dice;
    private final LongSet taken;

    CompanyNames(Dice dice, int expected) {
        this.dice = dice;
        this.taken = new LongSet(expected);
    }

    Company next() {
        while (true) {
            Company company = compose();
            if (taken.add(fingerprint(CustomerNames.key(company.name())))) {
                return company;
            }
        }
    }

    /** The part of a name that is a company's own. */
    static String brand(Dice dice) {
        return dice.pickEarly(BRAND) + dice.pickEarly(BRAND);
    }

    private Company compose() {
        Industry industry = Industry.next(dice);
        String city = dice.pickEarly(CITIES);
        StringBuilder name = new StringBuilder(24);
        boolean inFront = dice.chance(0.6);
        if (inFront) {
            name.append(city).append(dice.chance(0.3) ? "市" : "");
        }
        int length = dice.chance(0.7) ? 2 : dice.chance(0.75) ? 3 : 4;
        while (length > 0) {
            String character = dice.pickEarly(BRAND);
            if (name.lastIndexOf(character) < 0) {
                name.append(character);
                length--;
            }
        }
        if (!inFront && dice.chance(0.15)) {
            name.append('（').append(city).append('）');
        }
        name.append(dice.pick(industry.trades())).append(dice.pick(FORMS));
        return new Company(name.toString(), dice.chance(0.88) ? city : dice.pickEarly(CITIES), industry);
    }

    /** 64 bits stand for a name: two names that share them cost a new draw, which is the same in every run. */
    private static long fingerprint(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        return hash ^ (hash >>> 32);
    }
}
