package fr.pli.exchange.certificate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;

/** The two listeners by which a certificate may come in (C-1); whoever opens them says here on which ports. */
@Component
public class CardListeners {

    private static final IntSupplier NONE = () -> -1;

    private volatile IntSupplier handshake = NONE;
    private volatile IntSupplier proxy = NONE;

    /** @param port of the listener whose TLS handshake asks for a certificate */
    public void openHandshake(IntSupplier port) {
        handshake = port;
    }

    /** @param port on loopback, reached by the proxy alone */
    public void openProxy(IntSupplier port) {
        proxy = port;
    }

    /** From now on no header is believed: something let a forged one through. */
    public void distrustProxy() {
        proxy = NONE;
    }

    public int handshakePort() {
        return handshake.getAsInt();
    }

    public Kind of(HttpServletRequest request) {
        int port = request.getLocalPort();
        if (port > 0 && port == handshake.getAsInt()) {
            return Kind.HANDSHAKE;
        }
        return port > 0 && port == proxy.getAsInt() ? Kind.PROXY : Kind.OTHER;
    }

    /** Where a request came in. */
    public enum Kind {
        HANDSHAKE,
        PROXY,
        OTHER
    }
}
