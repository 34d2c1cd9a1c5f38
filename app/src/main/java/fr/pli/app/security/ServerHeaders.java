package fr.pli.app.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** The strict headers on what the server itself refuses before any filter is asked: malformed addresses, hosts, methods. */
@Component
class ServerHeaders implements WebServerFactoryCustomizer<TomcatWebServerFactory> {

    private final StrictHeaders headers;

    ServerHeaders(StrictHeaders headers) {
        this.headers = headers;
    }

    @Override
    public void customize(TomcatWebServerFactory factory) {
        factory.addEngineValves(new HeaderValve(headers));
    }

    private static final class HeaderValve extends ValveBase {

        private final StrictHeaders headers;

        HeaderValve(StrictHeaders headers) {
            super(true);
            this.headers = headers;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (headers.concerns(request)) {
                headers.put(request, response);
            }
            getNext().invoke(request, response);
        }
    }
}
