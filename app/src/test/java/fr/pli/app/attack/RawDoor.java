package fr.pli.app.attack;

import fr.pli.app.TestTls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/** Bytes as nobody's client sends them, over TLS to the main door. */
final class RawDoor {

    private static final int PATIENCE = 15_000;

    /** What the server says and then nothing for this long is its whole answer. */
    private static final int SILENCE = 500;

    private RawDoor() {}

    /** Everything that came back until the server closed or fell silent. */
    static String send(URI server, String request) throws IOException {
        var sockets = TestTls.trusting().getSocketFactory();
        try (var socket = (SSLSocket) sockets.createSocket("localhost", server.getPort())) {
            socket.setSoTimeout(PATIENCE);
            socket.startHandshake();
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return answer(socket);
        }
    }

    private static String answer(SSLSocket socket) throws IOException {
        InputStream in = socket.getInputStream();
        var said = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        try {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                said.write(piece, 0, read);
                socket.setSoTimeout(SILENCE);
            }
        } catch (SocketTimeoutException | java.net.SocketException silent) {
            // what was said until now is the answer
        }
        return said.toString(StandardCharsets.ISO_8859_1);
    }

    static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }
}
