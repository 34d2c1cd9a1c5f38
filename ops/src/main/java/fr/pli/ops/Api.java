package fr.pli.ops;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of the platform's public interface. What it refuses ends the command with the platform's own sentence. */
final class Api {

    static final JsonMapper JSON = new JsonMapper();

    private final URI server;
    private final String token;
    private final HttpClient http;

    Api(URI server, String token, @Nullable Path authorities) {
        this.server = server;
        this.token = token;
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10));
        this.http = (authorities == null ? builder : builder.sslContext(Trust.in(authorities))).build();
    }

    String server() {
        return server.toString();
    }

    /** Asks again while the platform cannot be reached or is busy; whatever it refuses ends the command. */
    JsonNode get(String path) {
        return json("GET", path, null, Map.of());
    }

    JsonNode json(String method, String path, @Nullable Object body, Map<String, String> headers) {
        var patience = new Patience();
        while (true) {
            try {
                HttpResponse<String> answer = exchange(method, path, body, headers);
                if (!temporary(answer.statusCode())) {
                    return read(accepted(answer));
                }
                patience.after(answer);
            } catch (IOException away) {
                patience.after(away);
            }
        }
    }

    private HttpResponse<String> exchange(
            String method, String path, @Nullable Object body, Map<String, String> headers) throws IOException {
        BodyPublisher bytes =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body));
        HttpRequest.Builder request =
                request(path).timeout(Duration.ofSeconds(60)).method(method, bytes);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        return send(request, BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", Say.locale().getLanguage())
                .header("User-Agent", "pli/0.1.0");
    }

    /** @throws IOException when the connection fails; a certificate that is not trusted ends the command */
    <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) throws IOException {
        try {
            return http.send(request.build(), handler);
        } catch (SSLException untrusted) {
            if (String.valueOf(untrusted.getMessage()).contains("PKIX")
                    || String.valueOf(untrusted.getMessage()).contains("No subject alternative")) {
                throw new Stop(CommandLineClient.USAGE, Say.words("ca.untrusted", server));
            }
            throw untrusted;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Stop(CommandLineClient.UNFINISHED, Say.words("interrupted"));
        }
    }

    /** Overload, a store or a node that is away: the same request later has a chance. */
    static boolean temporary(int status) {
        return status == 429 || status == 423 || status == 502 || status == 503 || status == 504;
    }

    static <T> HttpResponse<T> accepted(HttpResponse<T> answer) {
        int status = answer.statusCode();
        if (status == 401) {
            throw new Stop(CommandLineClient.NOT_ADMITTED, Say.words("token.refused"));
        }
        if (status >= 300) {
            throw new Stop(CommandLineClient.REFUSED, sentence(answer));
        }
        return answer;
    }

    /** What the platform says, else its status. */
    static String sentence(HttpResponse<?> answer) {
        if (answer.body() instanceof String text && !text.isBlank()) {
            try {
                JsonNode detail = JSON.readTree(text).path("detail");
                if (detail.isString()) {
                    return detail.stringValue();
                }
            } catch (JacksonException noProblem) {
                // a proxy's page, perhaps
            }
        }
        return Say.words("status", answer.statusCode());
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (JacksonException nonsense) {
            throw new Stop(CommandLineClient.REFUSED, Say.words("nonsense", server));
        }
    }
}
