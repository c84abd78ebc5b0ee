package io.haina.demo;

import java.util.List;

/** Names of people as they are met in China, the common surnames more often. */
final class PersonNames {

    private static final List<String> SURNAMES =
            List.of(("王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 高 林 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 曾 肖 田 董 袁 潘 于 蒋 蔡 "
                            + "余 杜 叶 程 苏 魏 吕 丁 任 沈 姚 卢 姜 崔 钟 谭 陆 汪 范 金 石 廖 贾 夏 韦 付 方 白 邹 孟 熊 秦 邱 江 尹 薛 欧阳 上官")
                    .split(" "));
    private static final List<String> SINGLE = List.of(
            "伟 芳 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 霞 平 刚 鹏 辉 飞 玲 波 斌 宇 浩 凯 健 俊 帆 雪 琳 晶 倩 婷 宁 璐 颖 佳 鑫 博 峰 龙 瑞 晨 阳 欢 莹 丹"
                    .split(" "));
    private static final List<String> FIRST = List.of(
            "子 建 志 晓 海 国 文 雨 思 嘉 家 春 红 秀 玉 桂 明 永 俊 天 欣 梓 佳 雅 美 丽 小 立 振 正 庆 德 光 学 新 一 宏 中 立 少 云 彦 若 诗 梦 书 泽 宇 浩 静"
                    .split(" "));
    private static final List<String> SECOND = List.of(
            "涵 华 强 明 军 平 英 梅 兰 芳 燕 玲 辉 生 林 杰 轩 怡 琪 萱 豪 然 宁 峰 斌 东 龙 波 洁 敏 莉 娜 霖 瑶 彤 妍 航 晨 宸 阳 成 勇 祥 荣 福 伟 鹏 亮 凯 慧"
                    .split(" "));

    private PersonNames() {}

    static String next(Dice dice) {
        String surname = dice.pickEarly(SURNAMES);
        return dice.chance(0.3) ? surname + dice.pick(SINGLE) : surname + dice.pick(FIRST) + dice.pick(SECOND);
    }
}
