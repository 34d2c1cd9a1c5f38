package fr.pli.ops;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the platform is and who asks. The token never stands on the command line, where every process can read it. */
final class Access {

    @Option(names = "--server", paramLabel = "URL")
    @Nullable
    URI server;

    @Option(names = "--token-file", paramLabel = "FILE")
    @Nullable
    Path tokenFile;

    @Option(names = "--ca", paramLabel = "FILE")
    @Nullable
    Path ca;

    Api api() {
        return new Api(server(), token(), authority());
    }

    private URI server() {
        URI given = server;
        if (given == null) {
            given = URI.create(Objects.requireNonNullElse(System.getenv("PLI_SERVER"), "https://localhost:8443"));
        }
        boolean here = Objects.requireNonNullElse(given.getHost(), "").matches("localhost|127\\.0\\.0\\.1|\\[::1]");
        if (given.getHost() == null || !"https".equals(given.getScheme()) && !here) {
            throw new Stop(CommandLineClient.USAGE, Say.words("server.https", given));
        }
        return given;
    }

    private String token() {
        Path file = tokenFile;
        String token = System.getenv("PLI_TOKEN");
        try {
            if (file != null) {
                token = Files.readString(file).strip();
            }
        } catch (IOException unreadable) {
            throw new Stop(CommandLineClient.NOT_ADMITTED, Say.words("token.unreadable", file));
        }
        if (token == null || token.isBlank()) {
            throw new Stop(CommandLineClient.NOT_ADMITTED, Say.words("token.missing"));
        }
        return token;
    }

    private @Nullable Path authority() {
        String named = System.getenv("PLI_CA");
        return ca != null ? ca : named == null || named.isBlank() ? null : Path.of(named);
    }
}
