package fr.pli.app.catcher;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.apache.catalina.connector.Connector;

/**
 * The catcher's own port, bound to 127.0.0.1. A request must also name this machine as its host: a page of another site
 * whose name was made to point here reads nothing.
 */
public final class CatcherDoor {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Set<String> NAMES = Set.of(LOOPBACK, "localhost");

    private final Connector connector;

    CatcherDoor(CatcherSettings settings) {
        connector = new Connector();
        connector.setPort(settings.port());
        connector.setProperty("address", LOOPBACK);
    }

    Connector connector() {
        return connector;
    }

    int port() {
        return connector.getLocalPort();
    }

    public boolean leadsHere(HttpServletRequest request) {
        return request.getLocalPort() == port();
    }

    boolean namesThisMachine(HttpServletRequest request) {
        return NAMES.contains(request.getServerName());
    }
}
