package fr.pli.exchange.certificate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks responders and servers of lists: not longer than the setting says, not more than some megabytes. */
@Component
class RevocationFetch {

    private static final Logger LOG = LoggerFactory.getLogger(RevocationFetch.class);
    private static final long LARGEST = 20_000_000;

    private final CardSettings settings;
    private final HttpClient client;

    RevocationFetch(CardSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    Optional<byte[]> get(URI address) {
        return answered(HttpRequest.newBuilder(address).GET());
    }

    Optional<byte[]> post(URI address, String type, byte[] body) {
        return answered(
                HttpRequest.newBuilder(address).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    /** Whether anything answers there, whatever it says. */
    boolean reaches(URI address) {
        try {
            HttpRequest asked =
                    HttpRequest.newBuilder(address).timeout(settings.timeout()).build();
            client.send(asked, BodyHandlers.discarding());
            return true;
        } catch (IOException silence) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The whole answer within the time; a server that only trickles has not answered. */
    private Optional<byte[]> answered(HttpRequest.Builder request) {
        HttpRequest asked = request.timeout(settings.timeout()).build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(asked, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            var got = answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            if (got.statusCode() == 200) {
                return Optional.of(got.body());
            }
            LOG.warn("{} answers {}", asked.uri(), got.statusCode());
        } catch (TimeoutException slow) {
            answer.cancel(true);
            LOG.warn("{} does not answer within {}", asked.uri(), settings.timeout());
        } catch (ExecutionException failure) {
            LOG.warn("{} cannot be asked: {}", asked.uri(), String.valueOf(failure.getCause()));
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
