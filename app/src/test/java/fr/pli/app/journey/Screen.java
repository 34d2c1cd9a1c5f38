package fr.pli.app.journey;

import fr.pli.exchange.testing.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A screen that nobody sees (Xvfb), and hands on its keyboard (xdotool). */
final class Screen implements AutoCloseable {

    private final Process server;
    private final String display;

    Screen() throws IOException {
        server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        display = ":"
                + new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))
                        .readLine();
    }

    String display() {
        return display;
    }

    /** Types into the window with this in its title, as soon as there is one, and presses the return key. */
    void type(String title, String text) {
        Eventually.until("a window « " + title + " »", () -> !found(title).isEmpty());
        hand("windowfocus", "--sync", found(title));
        hand("type", "--delay", "40", text);
        hand("key", "Return");
    }

    private String found(String title) {
        return hand("search", "--onlyvisible", "--name", title)
                .lines()
                .findFirst()
                .orElse("");
    }

    private String hand(String... does) {
        try {
            var command = new ArrayList<String>();
            command.add("xdotool");
            command.addAll(List.of(does));
            var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("DISPLAY", display);
            return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        server.destroy();
    }
}
