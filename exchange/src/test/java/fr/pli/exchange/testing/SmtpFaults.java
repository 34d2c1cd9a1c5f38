package fr.pli.exchange.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between the product and the real SMTP server of the tests and, for mails to an address with a script, answers
 * what the script says instead; it can also be away altogether.
 */
public final class SmtpFaults {

    /** What happens to one attempt. */
    public enum Fault {
        /** « 550 » to the recipient. */
        REFUSED,
        /** « 451 » to the recipient. */
        LATER,
        /** « 554 » after the data. */
        REFUSED_AFTER_DATA,
        /** The connection breaks in the middle of the data: not taken. */
        CUT_WITHIN_DATA,
        /** The server takes the mail, then the connection breaks before its answer arrives. */
        CUT_AFTER_DATA
    }

    private final Map<String, Deque<Fault>> scripts = new ConcurrentHashMap<>();
    private final int behind;
    private int port;
    private ServerSocket listening;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();

    SmtpFaults(int behind) {
        this.behind = behind;
        up();
    }

    int port() {
        return port;
    }

    /** The next attempts to write to that address go like this, the ones after that well. */
    public void script(String address, Fault... faults) {
        scripts.put(address.toLowerCase(Locale.ROOT), new ArrayDeque<>(Arrays.asList(faults)));
    }

    /** Nobody listens any more. */
    public synchronized void down() {
        close(listening);
        open.forEach(SmtpFaults::close);
        open.clear();
    }

    /** Every connection there is breaks; others may be opened. */
    public void hangUp() {
        open.forEach(SmtpFaults::close);
    }

    /** How many connections have been opened so far. */
    public int connections() {
        return accepted.get();
    }

    public synchronized void up() {
        if (listening != null && !listening.isClosed()) {
            return;
        }
        try {
            listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            port = listening.getLocalPort();
            ServerSocket mine = listening;
            Thread.ofVirtual().start(() -> accept(mine));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private void accept(ServerSocket mine) {
        try {
            while (true) {
                Socket client = mine.accept();
                accepted.incrementAndGet();
                open.add(client);
                Thread.ofVirtual().start(() -> talk(client));
            }
        } catch (IOException closed) {
            // down() was called
        }
    }

    private void talk(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            var fromClient = reader(client);
            var fromServer = reader(server);
            send(client, reply(fromServer));
            Fault fault = null;
            String line;
            while ((line = fromClient.readLine()) != null) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("RCPT TO:")) {
                    fault = next(line);
                }
                if (command.startsWith("RCPT TO:") && fault == Fault.REFUSED) {
                    send(client, "550 5.1.1 no such user\r\n");
                } else if (command.startsWith("RCPT TO:") && fault == Fault.LATER) {
                    send(client, "451 4.7.1 greylisted, come back later\r\n");
                } else if (command.equals("DATA")) {
                    send(server, line + "\r\n");
                    send(client, reply(fromServer));
                    if (!data(client, server, fromClient, fromServer, fault)) {
                        return;
                    }
                } else {
                    send(server, line + "\r\n");
                    send(client, reply(fromServer));
                }
            }
        } catch (IOException ended) {
            // one side has gone
        } finally {
            open.remove(client);
        }
    }

    /** @return false when the connection is to break */
    private static boolean data(
            Socket client, Socket server, BufferedReader fromClient, BufferedReader fromServer, Fault fault)
            throws IOException {
        if (fault == Fault.CUT_WITHIN_DATA) {
            fromClient.readLine();
            client.setSoLinger(true, 0);
            return false;
        }
        var mail = new StringBuilder();
        String line;
        do {
            line = fromClient.readLine();
            if (line == null) {
                return false;
            }
            mail.append(line).append("\r\n");
        } while (!line.equals("."));
        if (fault == Fault.REFUSED_AFTER_DATA) {
            send(client, "554 5.7.1 content not wanted\r\n");
            return false;
        }
        send(server, mail.toString());
        String answer = reply(fromServer);
        if (fault == Fault.CUT_AFTER_DATA) {
            return false;
        }
        send(client, answer);
        return true;
    }

    private Fault next(String rcpt) {
        String address =
                rcpt.substring(rcpt.indexOf('<') + 1, rcpt.indexOf('>')).toLowerCase(Locale.ROOT);
        Deque<Fault> script = scripts.get(address);
        return script == null ? null : script.poll();
    }

    private static String reply(BufferedReader server) throws IOException {
        var reply = new StringBuilder();
        String line;
        do {
            line = server.readLine();
            if (line == null) {
                throw new IOException("the server has gone");
            }
            reply.append(line).append("\r\n");
        } while (line.length() > 3 && line.charAt(3) == '-');
        return reply.toString();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void close(java.io.Closeable socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // it is gone either way
        }
    }
}
