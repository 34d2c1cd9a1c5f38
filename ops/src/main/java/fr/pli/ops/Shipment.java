package fr.pli.ops;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One file on its way to the platform by tus 1.0.0: only what is missing there travels. */
final class Shipment {

    private static final long PIECE = 32L * 1024 * 1024;
    private static final Duration ANSWER = Duration.ofMinutes(10);

    private final Api api;
    private final Notes notes;
    private final String draft;
    private final Choice choice;

    Shipment(Api api, Notes notes, String draft, Choice choice) {
        this.api = api;
        this.notes = notes;
        this.draft = draft;
        this.choice = choice;
    }

    /** Returns when every byte is durable there. */
    void bring() throws IOException {
        String sha256 = digest();
        var patience = new Patience();
        String note = "upload " + draft + " " + choice.name();
        forgetOther(note, sha256);
        long known = -1;
        try (var progress = new ShipmentProgress(choice)) {
            while (true) {
                try {
                    Optional<String> upload = notes.get(note).or(this::begun);
                    long offset = upload.isEmpty() ? -1 : offset(upload.get(), patience);
                    if (offset == -1) {
                        notes.put(note, create(sha256));
                        continue;
                    }
                    notes.put(note, upload.orElseThrow());
                    if (offset == choice.length()) {
                        return;
                    }
                    if (offset > known) {
                        patience.progress();
                        known = offset;
                    }
                    if (offset >= 0) {
                        progress.begin(offset);
                        patch(upload.orElseThrow(), offset, patience, progress);
                    }
                } catch (IOException away) {
                    requireUnchanged();
                    patience.after(away);
                }
            }
        }
    }

    /** The digest of a file that did not change since it was last computed is not computed again. */
    private String digest() throws IOException {
        String version = choice.length() + " " + Files.getLastModifiedTime(choice.source());
        String note = "digest " + choice.source() + " " + version;
        Optional<String> known = notes.get(note);
        if (known.isEmpty()) {
            known = Optional.of(Digest.of(choice.source()));
            notes.put(note, known.get());
        }
        return known.get();
    }

    /** What an earlier run sent under this name is taken out of the draft when the file is another one by now. */
    private void forgetOther(String note, String sha256) {
        String digest = "digest of " + note;
        if (notes.get(digest).isPresent() && !notes.get(digest).get().equals(sha256)) {
            notes.get(note).ifPresent(upload -> {
                String file = upload.substring(upload.lastIndexOf('/') + 1);
                api.json("DELETE", "/api/v1/drafts/" + draft + "/files/" + file, null, Map.of());
            });
            notes.remove(note);
        }
        notes.put(digest, sha256);
    }

    /** The upload may have been made and its answer lost: the draft knows it. */
    private Optional<String> begun() {
        for (JsonNode file : api.get("/api/v1/drafts/" + draft).path("files")) {
            if (file.path("path").stringValue("").equals(choice.name())
                    && file.path("length").asLong() == choice.length()) {
                return Optional.of("/api/v1/uploads/" + file.path("id").stringValue(""));
            }
        }
        return Optional.empty();
    }

    private void requireUnchanged() throws IOException {
        if (Files.size(choice.source()) != choice.length()) {
            throw new Stop(CommandLineClient.UNFINISHED, Say.words("send.changed", choice.source()));
        }
    }

    private String create(String sha256) throws IOException {
        HttpResponse<String> answer = Api.accepted(api.send(
                tus("/api/v1/uploads")
                        .header("Upload-Length", Long.toString(choice.length()))
                        .header(
                                "Upload-Metadata",
                                "filename "
                                        + base64(choice.name()
                                                .substring(choice.name().lastIndexOf('/') + 1))
                                        + ",relativePath " + base64(choice.name()) + ",container " + base64(draft)
                                        + ",sha256 " + base64(sha256))
                        .POST(BodyPublishers.noBody()),
                BodyHandlers.ofString()));
        String location = answer.headers().firstValue("Location").orElseThrow(() -> nonsense());
        return location.substring(location.indexOf("/api/"));
    }

    /** @return -1 when the platform does not know the upload any more, -2 when it cannot tell now */
    private long offset(String upload, Patience patience) throws IOException {
        HttpResponse<String> answer =
                api.send(tus(upload).method("HEAD", BodyPublishers.noBody()), BodyHandlers.ofString());
        if (answer.statusCode() == 404) {
            return -1;
        }
        if (Api.temporary(answer.statusCode())) {
            patience.after(answer);
            return -2;
        }
        return Api.accepted(answer).headers().firstValueAsLong("Upload-Offset").orElseThrow(() -> nonsense());
    }

    private void patch(String upload, long offset, Patience patience, ShipmentProgress progress) throws IOException {
        long length = Math.min(PIECE, choice.length() - offset);
        HttpRequest.Builder request = tus(upload)
                .header("Upload-Offset", Long.toString(offset))
                .header("Content-Type", "application/offset+octet-stream")
                .timeout(ANSWER)
                .method(
                        "PATCH",
                        BodyPublishers.fromPublisher(
                                BodyPublishers.ofInputStream(() -> progress.read(offset, length)), length));
        HttpResponse<String> answer = api.send(request, BodyHandlers.ofString());
        if (Api.temporary(answer.statusCode())) {
            patience.after(answer);
        } else if (answer.statusCode() != 409 && answer.statusCode() != 404) {
            Api.accepted(answer);
        }
    }

    private HttpRequest.Builder tus(String path) {
        return api.request(path).header("Tus-Resumable", "1.0.0").timeout(Duration.ofSeconds(60));
    }

    private Stop nonsense() {
        return new Stop(CommandLineClient.REFUSED, Say.words("nonsense", api.server()));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
