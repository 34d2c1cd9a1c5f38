package fr.pli.ops;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Waits between attempts, longer each time, and gives up ten minutes after the last progress. */
final class Patience {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Duration LIMIT = Duration.ofSeconds(Long.parseLong(System.getProperty(
            "pli.patience", Long.toString(Duration.ofMinutes(10).toSeconds()))));

    private Duration next = FIRST;
    private long since = System.nanoTime();
    private boolean told;

    /** Something went forward: the next failure is the first one again. */
    void progress() {
        next = FIRST;
        since = System.nanoTime();
        told = false;
    }

    void after(IOException away) {
        pause(Say.words("away", String.valueOf(away.getMessage() == null ? away : away.getMessage())), 0);
    }

    void after(HttpResponse<?> busy) {
        pause(
                Api.sentence(busy),
                busy.headers().firstValue("Retry-After").map(Patience::seconds).orElse(0L));
    }

    private static long seconds(String text) {
        return text.matches("\\d{1,4}") ? Long.parseLong(text) : 0;
    }

    private void pause(String why, long seconds) {
        Duration wait = next.toSeconds() < seconds ? Duration.ofSeconds(seconds) : next;
        if (System.nanoTime() - since + wait.toNanos() > LIMIT.toNanos()) {
            throw new Stop(CommandLineClient.UNFINISHED, Say.words("given-up", why));
        }
        if (!told) {
            System.err.println(Say.words("waiting", why));
            told = true;
        }
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        try {
            Thread.sleep(wait);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Stop(CommandLineClient.UNFINISHED, Say.words("interrupted"));
        }
    }
}
