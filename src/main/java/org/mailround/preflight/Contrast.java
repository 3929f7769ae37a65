package org.mailround.preflight;

/** How well a colour is read on another: WCAG 2.2, “contrast ratio” and “relative luminance”. */
final class Contrast {

    /** What text of the usual size needs (WCAG 2.2, 1.4.3). */
    static final double ENOUGH = 4.5;

    private static final int STEPS = 100;

    private Contrast() {}

    /**
     * From 1, the same colour, to 21, black on white.
     *
     * @param one as {@code #rrggbb}
     */
    static double ratio(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** The nearest shade of a colour that is read well enough, on its way to black or white. */
    static String readable(String colour, String background) {
        String towards = luminance(background) > 0.18 ? "#000000" : "#ffffff";
        for (int step = 1; step < STEPS; step++) {
            String shade = mixed(colour, towards, step / (double) STEPS);
            if (ratio(shade, background) >= ENOUGH) {
                return shade;
            }
        }
        return towards;
    }

    private static String mixed(String from, String to, double share) {
        StringBuilder mixed = new StringBuilder("#");
        for (int i = 0; i < 3; i++) {
            long channel = Math.round(channel(from, i) * (1 - share) + channel(to, i) * share);
            mixed.append("%02x".formatted(channel));
        }
        return mixed.toString();
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(channel(colour, 0))
                + 0.7152 * linear(channel(colour, 1))
                + 0.0722 * linear(channel(colour, 2));
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int channel(String colour, int number) {
        return Integer.parseInt(colour.substring(1 + 2 * number, 3 + 2 * number), 16);
    }
}
