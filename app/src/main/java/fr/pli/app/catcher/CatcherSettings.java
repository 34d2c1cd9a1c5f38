package fr.pli.app.catcher;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The page that shows the mails while no relay is set.
 *
 * @param port of the page, on 127.0.0.1 only
 */
@ConfigurationProperties("pli.catcher")
record CatcherSettings(@DefaultValue("8446") int port) {}
