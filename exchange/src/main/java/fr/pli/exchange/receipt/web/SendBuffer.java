package fr.pli.exchange.receipt.web;

import fr.pli.exchange.receipt.ReceiptSettings;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Bounds what the system holds of a slow connection's bytes: without it a few megabytes, which would still arrive long
 * after the right was lost (U-11).
 */
@Component
class SendBuffer implements WebServerFactoryCustomizer<TomcatWebServerFactory> {

    private final ReceiptSettings settings;

    SendBuffer(ReceiptSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(TomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> connector.setProperty(
                "socket.txBufSize", Long.toString(settings.sendBuffer().toBytes())));
    }
}
