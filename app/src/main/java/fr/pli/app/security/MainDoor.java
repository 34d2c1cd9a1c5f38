package fr.pli.app.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The port of pages and programming interface; other ports are other doors with chains of their own. */
@Component
class MainDoor {

    private final Environment environment;

    MainDoor(Environment environment) {
        this.environment = environment;
    }

    boolean leadsHere(HttpServletRequest request) {
        return request.getLocalPort() == environment.getProperty("local.server.port", Integer.class, -1);
    }
}
