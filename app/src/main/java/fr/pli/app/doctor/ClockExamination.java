package fr.pli.app.doctor;

import fr.pli.exchange.platform.Examination;
import fr.pli.exchange.platform.Findings;
import fr.pli.exchange.platform.Installation;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/** Compares this machine's clock with the database's and, where one is set, a time server's (R-1, RFC 5905). */
final class ClockExamination implements Examination {

    private static final int PORT = 123;
    private static final int PACKET = 48;
    private static final int TRANSMITTED = 40;
    /** Seconds from 1900, where NTP begins, to 1970. */
    private static final long ERA = 2_208_988_800L;

    @Override
    public String part() {
        return "clock";
    }

    @Override
    public void examine(Installation installation, Findings findings) throws SQLException {
        var settings = installation.settings("pli.doctor", DoctorSettings.class);
        try (Connection connection = installation.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select cast(unix_timestamp(now(3)) * 1000 as integer)")) {
            Instant here = installation.clock().instant();
            row.next();
            compare(here, Instant.ofEpochMilli(row.getLong(1)), "database", settings, findings);
        } catch (SQLException away) {
            findings.doubtful("database-away", String.valueOf(away.getMessage()));
        }
        if (!settings.ntp().isBlank()) {
            try {
                compare(installation.clock().instant(), ask(settings.ntp()), "ntp", settings, findings);
            } catch (IOException away) {
                findings.doubtful("ntp-away", settings.ntp(), String.valueOf(away.getMessage()));
            }
        }
    }

    private static void compare(Instant here, Instant there, String whose, DoctorSettings settings, Findings findings) {
        Duration skew = Duration.between(there, here);
        if (skew.abs().compareTo(settings.skew()) > 0) {
            findings.wrong(whose, skew.toMillis() / 1000.0);
        } else {
            findings.well(whose + "-agrees", skew.abs().toMillis());
        }
    }

    /** One question in the simple form of RFC 5905 section 14: what it may be wrong by is the time it takes. */
    private static Instant ask(String server) throws IOException {
        byte[] packet = new byte[PACKET];
        packet[0] = 0b00_100_011;
        try (var socket = new DatagramSocket()) {
            socket.setSoTimeout(3000);
            socket.send(new DatagramPacket(packet, PACKET, InetAddress.getByName(server), PORT));
            socket.receive(new DatagramPacket(packet, PACKET));
        }
        ByteBuffer time = ByteBuffer.wrap(packet, TRANSMITTED, Long.BYTES);
        long seconds = Integer.toUnsignedLong(time.getInt()) - ERA;
        long nanos = Integer.toUnsignedLong(time.getInt()) * 1_000_000_000L >>> 32;
        return Instant.ofEpochSecond(seconds, nanos);
    }
}
