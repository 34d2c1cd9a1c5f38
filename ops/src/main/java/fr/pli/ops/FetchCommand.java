package fr.pli.ops;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/**
 * Brings the files of messages here, whole or not at all under their names; checks the SHA-256 of each and confirms it,
 * which makes the sender's « confirmed » receipt (U-11).
 */
@Command(name = "fetch")
final class FetchCommand implements Callable<Integer> {

    @Mixin
    Access access = new Access();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--into", paramLabel = "DIR", defaultValue = ".")
    Path into = Path.of(".");

    @Option(names = "--unread")
    boolean unread;

    @Parameters(arity = "0..*", paramLabel = "ID")
    List<String> ids = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Api api = access.api();
        List<String> wanted = new ArrayList<>(ids);
        if (unread) {
            ListCommand.lines(api, false, true, 10_000)
                    .forEach(line -> wanted.add(line.path("id").stringValue("")));
        }
        if (wanted.isEmpty()) {
            throw new Stop(unread ? CommandLineClient.DONE : CommandLineClient.USAGE, Say.words("fetch.nothing"));
        }
        int status = CommandLineClient.DONE;
        for (String id : wanted) {
            status = Math.max(status, fetch(api, id));
        }
        return status;
    }

    private int fetch(Api api, String id) throws IOException {
        if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new Stop(CommandLineClient.USAGE, Say.words("fetch.id", ListCommand.clean(id)));
        }
        JsonNode message = api.get("/api/v1/messages/" + id);
        JsonNode files = message.path("files");
        PrintWriter out = spec.commandLine().getOut();
        if (files.isEmpty()) {
            out.println(Say.words(
                    "fetch.empty", ListCommand.clean(message.path("subject").stringValue(""))));
        }
        Path folder = into.resolve(message.path("reference").stringValue(id).replaceAll("[^A-Za-z0-9._-]", "_"));
        int status = CommandLineClient.DONE;
        for (JsonNode file : files) {
            var arrival = new Arrival(api, id, file, folder);
            if (arrival.bring()) {
                out.println(Say.words(confirm(api, id, file), arrival.target(), Say.size(arrival.length())));
            } else {
                System.err.println(Say.words("fetch.differs", arrival.target()));
                status = CommandLineClient.DIFFERS;
            }
        }
        return status;
    }

    /** @return the sentence for what the platform made of it */
    private static String confirm(Api api, String message, JsonNode file) {
        JsonNode answer = api.json(
                "POST",
                "/api/v1/messages/" + message + "/files/" + file.path("id").stringValue("") + "/confirm",
                Map.of("fingerprint", file.path("sha256").stringValue("")),
                Map.of());
        return answer.path("match").asBoolean() ? "fetch.confirmed" : "fetch.unconfirmed";
    }
}
