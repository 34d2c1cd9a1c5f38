package fr.pli.ops;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/**
 * Sends files and folders as one message. Each step is noted before it is made, so the same command given again after a
 * kill, a lost network or a night goes on where it was and never sends twice.
 */
@Command(name = "send")
final class SendCommand implements Callable<Integer> {

    @Mixin
    Access access = new Access();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--to", paramLabel = "ADDRESS", required = true, split = ",")
    List<String> to = new ArrayList<>();

    @Option(names = "--subject", paramLabel = "TEXT", required = true)
    String subject = "";

    @Option(names = "--comment", paramLabel = "TEXT", defaultValue = "")
    String comment = "";

    @Option(names = "--comment-file", paramLabel = "FILE")
    @Nullable
    Path commentFile;

    @Option(names = "--days", paramLabel = "N")
    @Nullable
    Integer days;

    @Option(names = "--no-wait")
    boolean noWait;

    @Parameters(arity = "0..*", paramLabel = "FILE")
    List<Path> files = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        if (commentFile != null) {
            comment = Files.readString(commentFile);
        }
        List<Choice> choices = Choice.of(files);
        Api api = access.api();
        Notes notes = Notes.of(command(api, choices));
        String draft = draft(api, notes);
        if (state(api, draft).equals("DRAFT")) {
            words(api, draft);
            for (Choice choice : choices) {
                new Shipment(api, notes, draft, choice).bring();
                spec.commandLine().getErr().println(Say.words("send.there", choice.name(), Say.size(choice.length())));
            }
            send(api, draft);
        }
        return departure(api, notes, draft);
    }

    /** Asked for twice, because the first answer was lost, it is refused the second time and under way all the same. */
    private static void send(Api api, String draft) {
        try {
            api.json("POST", "/api/v1/drafts/" + draft + "/send", null, Map.of());
        } catch (Stop refused) {
            if (refused.status() != CommandLineClient.REFUSED
                    || state(api, draft).equals("DRAFT")) {
                throw refused;
            }
        }
    }

    private List<String> command(Api api, List<Choice> choices) {
        List<String> command = new ArrayList<>(List.of(api.server(), subject, comment, String.valueOf(days)));
        command.addAll(to);
        choices.forEach(choice -> command.add(choice.source() + "\n" + choice.name()));
        return command;
    }

    /** The draft of an earlier run of this command, unless it is gone; else a new one, made once whatever happens. */
    private String draft(Api api, Notes notes) {
        Optional<String> known = notes.get("draft");
        if (known.isPresent() && !state(api, known.get()).isEmpty()) {
            spec.commandLine().getErr().println(Say.words("send.resumed"));
            return known.get();
        }
        if (known.isPresent() || notes.get("key").isEmpty()) {
            notes.put("key", UUID.randomUUID().toString());
        }
        JsonNode made = api.json(
                "POST",
                "/api/v1/drafts",
                null,
                Map.of("Idempotency-Key", notes.get("key").orElseThrow()));
        String draft = made.path("id").stringValue("");
        notes.put("draft", draft);
        return draft;
    }

    private static String state(Api api, String draft) {
        try {
            return api.get("/api/v1/drafts/" + draft).path("state").stringValue("");
        } catch (Stop unknown) {
            if (unknown.status() != CommandLineClient.REFUSED) {
                throw unknown;
            }
            return sent(api, draft) ? "SENT" : "";
        }
    }

    private static boolean sent(Api api, String message) {
        try {
            return !api.get("/api/v1/messages/" + message).path("reference").isMissingNode();
        } catch (Stop unknown) {
            if (unknown.status() != CommandLineClient.REFUSED) {
                throw unknown;
            }
            return false;
        }
    }

    private void words(Api api, String draft) {
        Map<String, Object> words = new HashMap<>();
        words.put("recipients", to);
        words.put("subject", subject);
        words.put("comment", comment);
        if (days != null) {
            words.put("days", days);
        }
        api.json("PUT", "/api/v1/drafts/" + draft, words, Map.of());
    }

    /** Waits until the files are analysed and the message has left, or says what keeps it. */
    private int departure(Api api, Notes notes, String draft) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        String told = "";
        for (String state = state(api, draft); !state.equals("SENT"); state = state(api, draft)) {
            JsonNode view = api.get("/api/v1/drafts/" + draft);
            if (view.path("state").stringValue("").equals("DRAFT")) {
                throw new Stop(
                        CommandLineClient.REFUSED,
                        Say.words(
                                "send.blocked",
                                view.path("blocked")
                                        .stringValue(view.path("waiting").stringValue(""))));
            }
            if (noWait) {
                out.println(Say.words("send.queued", draft));
                return CommandLineClient.DONE;
            }
            String waiting = view.path("waiting").stringValue("");
            if (!waiting.equals(told)) {
                spec.commandLine().getErr().println(waiting);
                told = waiting;
            }
            pause();
        }
        JsonNode message = api.get("/api/v1/messages/" + draft);
        out.println(Say.words(
                "send.sent",
                message.path("reference").stringValue(""),
                Say.time(message.path("availableAt").stringValue("")),
                Say.time(message.path("endsAt").stringValue("")),
                draft));
        notes.forget();
        return CommandLineClient.DONE;
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Stop(CommandLineClient.UNFINISHED, Say.words("interrupted"));
        }
    }
}
