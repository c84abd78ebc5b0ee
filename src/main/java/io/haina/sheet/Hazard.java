package io.haina.sheet;

/** Texts that a spreadsheet could take for a formula when somebody edits the cell: they get a style that says text. */
final class Hazard {

    private Hazard() {}

    static boolean in(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        return first == '=' || first == '+' || first == '-' || first == '@' || first == '\'' || first < ' ';
    }

    /** As much of a text as a cell holds. */
    static String fitting(String text) {
        if (text.length() <= SheetLimits.CELL_LENGTH) {
            return text;
        }
        int end = SheetLimits.CELL_LENGTH;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
