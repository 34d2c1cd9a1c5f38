package fr.pli.exchange.upload.web;

import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Makes connections fit for large bodies, measured by {@code ops/bench transfer}: fewer and larger reads and writes,
 * and a client that asks whether it may send (Expect: 100-continue) is told so only after the request was accepted.
 */
@Component
class TransferTuning implements WebServerFactoryCustomizer<TomcatWebServerFactory> {

    private static final String BUFFER = Integer.toString(64 * 1024);

    @Override
    public void customize(TomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", BUFFER);
            connector.setProperty("socket.appWriteBufSize", BUFFER);
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
            }
        });
    }
}
