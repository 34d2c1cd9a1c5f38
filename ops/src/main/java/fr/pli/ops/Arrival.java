package fr.pli.ops;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * One file on its way here. What has come lies beside its place as {@code <name>.<start of its digest>.part}; the next
 * attempt, also of another process, asks for the rest only. It gets its name when its digest is right.
 */
final class Arrival {

    private final Api api;
    private final String path;
    private final String sha256;
    private final long length;
    private final Path target;
    private final Path part;

    Arrival(Api api, String message, JsonNode file, Path folder) {
        this.api = api;
        this.path = "/api/v1/messages/" + message + "/files/" + file.path("id").stringValue("") + "/content";
        this.sha256 = file.path("sha256").stringValue("");
        this.length = file.path("length").asLong();
        this.target = place(folder, file.path("path").stringValue(""));
        this.part = target.resolveSibling(
                target.getFileName() + "." + sha256.substring(0, Math.min(12, sha256.length())) + ".part");
    }

    /** Somebody else chose the name: every step of it stays below the folder. */
    static Path place(Path folder, String name) {
        Path place = folder;
        for (String step : name.split("[/\\\\]")) {
            String safe = step.replaceAll("[\\p{Cntrl}<>:\"|?*]", "_").strip();
            while (safe.getBytes(StandardCharsets.UTF_8).length > 220) {
                safe = safe.substring(1);
            }
            if (!safe.isEmpty()) {
                place = place.resolve(safe.matches("\\.+") ? "_" : safe);
            }
        }
        return place.equals(folder) ? folder.resolve("_") : place;
    }

    Path target() {
        return target;
    }

    long length() {
        return length;
    }

    /** @return whether the file is there with the digest the platform states */
    boolean bring() throws IOException {
        if (Files.isRegularFile(target)
                && Files.size(target) == length
                && Digest.of(target).equals(sha256)) {
            return true;
        }
        Files.createDirectories(target.toAbsolutePath().getParent());
        for (int attempt = 0; attempt < 2; attempt++) {
            download();
            if (Digest.of(part).equals(sha256)) {
                Files.move(part, free(target), StandardCopyOption.ATOMIC_MOVE);
                return true;
            }
            // whatever spoilt it, a second one from the start decides
            Files.delete(part);
        }
        return false;
    }

    /** Another file of that name is never overwritten. */
    private static Path free(Path wanted) throws IOException {
        Path free = wanted;
        for (int number = 2; Files.exists(free); number++) {
            free = wanted.resolveSibling(wanted.getFileName() + " (" + number + ")");
        }
        return free;
    }

    private void download() throws IOException {
        var patience = new Patience();
        while (true) {
            long have = Files.exists(part) ? Files.size(part) : 0;
            if (have >= length) {
                return;
            }
            try {
                HttpRequest.Builder request = api.request(path).timeout(Duration.ofMinutes(1));
                if (have > 0) {
                    request.header("Range", "bytes=" + have + "-");
                }
                take(api.send(request, BodyHandlers.ofInputStream()), patience);
            } catch (IOException cut) {
                patience.after(cut);
            }
        }
    }

    private void take(HttpResponse<InputStream> answer, Patience patience) throws IOException {
        try (InputStream in = answer.body()) {
            if (Api.temporary(answer.statusCode())) {
                patience.after(answer);
                return;
            }
            Api.accepted(answer);
            boolean rest = answer.statusCode() == 206;
            try (FileChannel out = FileChannel.open(
                    part,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    rest ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING)) {
                copy(in, out, rest ? out.size() : 0, patience);
                out.force(true);
            }
        }
    }

    private void copy(InputStream in, FileChannel out, long from, Patience patience) throws IOException {
        var progress = new Progress(String.valueOf(target.getFileName()), from, length);
        byte[] buffer = new byte[64 * 1024];
        long at = from;
        try (var stall = new Stall(in)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                stall.progress();
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                at += count;
                patience.progress();
                progress.at(at);
            }
        } finally {
            progress.end();
        }
    }
}
