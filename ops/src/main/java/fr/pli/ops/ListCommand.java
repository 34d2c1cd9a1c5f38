package fr.pli.ops;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** What lies in a box, the newest first. */
@Command(name = "list")
final class ListCommand implements Callable<Integer> {

    private static final int PAGE = 100;

    @Mixin
    Access access = new Access();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--sent")
    boolean sent;

    @Option(names = "--unread")
    boolean unread;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50")
    int limit = 50;

    @Option(names = "--json")
    boolean json;

    @Override
    public Integer call() {
        ArrayNode lines = lines(access.api(), sent, unread, limit);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(lines);
        } else if (lines.isEmpty()) {
            out.println(Say.words("list.empty"));
        } else {
            lines.forEach(line -> print(out, line));
        }
        return CommandLineClient.DONE;
    }

    /** Lines of a box as the interface gives them. */
    static ArrayNode lines(Api api, boolean sent, boolean unread, int limit) {
        ArrayNode lines = Api.JSON.createArrayNode();
        String after = "";
        do {
            JsonNode page = api.get("/api/v1/messages?box=" + (sent ? "sent" : "inbox") + "&limit=" + PAGE + after);
            for (JsonNode line : page.path("items")) {
                if (lines.size() < limit && (!unread || line.path("unread").asBoolean())) {
                    lines.add(line);
                }
            }
            JsonNode next = page.path("next");
            after = next.isString() ? "&after=" + URLEncoder.encode(next.stringValue(), StandardCharsets.UTF_8) : "";
        } while (!after.isEmpty() && lines.size() < limit);
        return lines;
    }

    private static void print(PrintWriter out, JsonNode line) {
        JsonNode people = line.path("people");
        out.println(Say.words(
                "list.line",
                line.path("id").stringValue(""),
                line.path("unread").asBoolean() ? "*" : " ",
                Say.time(line.path("availableAt").stringValue("")),
                people.isEmpty() ? "" : people.path(0).path("name").stringValue(""),
                clean(line.path("subject").stringValue("")),
                line.path("files").asInt(),
                Say.size(line.path("bytes").asLong()),
                Say.time(line.path("endsAt").stringValue(""))));
    }

    /** Somebody else's words must not steer the terminal. */
    static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
