package fr.pli.exchange.attachment;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import org.springframework.stereotype.Component;

/**
 * Speaks clamd's protocol over its local socket, one connection per command (clamd(8)). The project's own, because the
 * client library knows neither local sockets nor time-outs and reads only after it wrote all (ADR 0021).
 */
@Component
final class ClamdClient {

    private final ClamdSettings settings;

    ClamdClient(ClamdSettings settings) {
        this.settings = settings;
    }

    /** Begins an analysis of one stream; the caller closes it. */
    ClamdStream stream() throws ClamdTrouble {
        var stream = new ClamdStream(connect(), settings);
        try {
            stream.command("INSTREAM");
            return stream;
        } catch (ClamdTrouble trouble) {
            stream.close();
            throw trouble;
        }
    }

    /** clamd's version, the version and the date of its official signatures, if it has any. */
    ClamdVersion version() throws ClamdTrouble {
        try (var stream = new ClamdStream(connect(), settings)) {
            stream.command("VERSION");
            return ClamdVersion.parse(stream.reply(settings.writeTimeout()));
        }
    }

    private SocketChannel connect() throws ClamdTrouble {
        SocketChannel channel = null;
        try {
            channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.configureBlocking(false);
            if (channel.connect(UnixDomainSocketAddress.of(settings.socket()))) {
                return channel;
            }
            channel.close();
        } catch (IOException refused) {
            throw new ClamdTrouble(ClamdTrouble.Kind.UNREACHABLE, refused.getMessage(), refused);
        }
        throw new ClamdTrouble(ClamdTrouble.Kind.SILENT, "its queue of connections is full");
    }
}
