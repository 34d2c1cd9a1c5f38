package fr.pli.ops;

import java.util.concurrent.TimeUnit;

/** How far a transfer is, on the error output: rewritten in place on a terminal, a line every ten seconds elsewhere. */
final class Progress {

    private static final boolean TERMINAL =
            System.console() != null && System.console().isTerminal();

    private final String name;
    private final long length;
    private final long begun = System.nanoTime();
    private final long from;
    private long said = begun;
    private int width;

    Progress(String name, long from, long length) {
        this.name = name;
        this.from = from;
        this.length = length;
    }

    synchronized void at(long position) {
        long now = System.nanoTime();
        if (now - said > (TERMINAL ? TimeUnit.MILLISECONDS.toNanos(200) : TimeUnit.SECONDS.toNanos(10))) {
            said = now;
            show(position, now);
        }
    }

    synchronized void end() {
        if (TERMINAL && width > 0) {
            System.err.print("\r" + " ".repeat(width) + "\r");
            width = 0;
        }
    }

    private void show(long position, long now) {
        double rate = (position - from) / Math.max(0.001, (now - begun) / 1e9);
        long left = rate < 1 ? 0 : Math.round((length - position) / rate);
        String line = Say.words(
                "progress",
                name,
                length == 0 ? 100 : position * 100 / length,
                Say.size(position),
                Say.size(length),
                Say.size((long) rate),
                left / 60 + ":" + String.format("%02d", left % 60));
        if (TERMINAL) {
            System.err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            width = line.length();
        } else {
            System.err.println(line);
        }
    }
}
