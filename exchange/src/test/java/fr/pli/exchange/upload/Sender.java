package fr.pli.exchange.upload;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** A tus client one request at a time, honest or not. */
final class Sender {

    static final String BYTES = "application/offset+octet-stream";

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final UUID person;

    Sender(int port, UUID person) {
        this.port = port;
        this.person = person;
    }

    UUID person() {
        return person;
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("X-Person", person.toString())
                .header("Tus-Resumable", "1.0.0");
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    static String metadata(String name) {
        return "filename " + base64(name) + ",container "
                + base64(UUID.randomUUID().toString());
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<byte[]> announce(long length, String metadata) throws IOException, InterruptedException {
        return send(to("/api/v1/uploads")
                .header("Upload-Length", Long.toString(length))
                .header("Upload-Metadata", metadata)
                .POST(BodyPublishers.noBody()));
    }

    /** @return the path of the new upload */
    String create(long length) throws IOException, InterruptedException {
        return announce(length, metadata("rapport.pdf"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    HttpResponse<byte[]> patch(String path, long offset, byte[] bytes, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = to(path).header("Content-Type", BYTES)
                .header("Upload-Offset", Long.toString(offset))
                .method("PATCH", BodyPublishers.ofByteArray(bytes));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<byte[]> head(String path) throws IOException, InterruptedException {
        return send(to(path).method("HEAD", BodyPublishers.noBody()));
    }

    long offset(String path) throws IOException, InterruptedException {
        return head(path).headers().firstValueAsLong("Upload-Offset").orElseThrow();
    }

    byte[] content(String path) throws IOException, InterruptedException {
        return send(to("/content/" + path.substring(path.lastIndexOf('/') + 1)).GET())
                .body();
    }

    /** A PATCH that announces more than it sends, and stays open. */
    Socket begin(String path, long offset, long announced, byte[] sent) throws IOException {
        Socket socket = new Socket("localhost", port);
        socket.getOutputStream()
                .write("""
                PATCH %s HTTP/1.1\r
                Host: localhost\r
                X-Person: %s\r
                Tus-Resumable: 1.0.0\r
                Content-Type: %s\r
                Upload-Offset: %d\r
                Content-Length: %d\r
                \r
                """.formatted(path, person, BYTES, offset, announced).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(sent);
        socket.getOutputStream().flush();
        return socket;
    }
}
