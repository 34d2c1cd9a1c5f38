package fr.pli.app.help;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an institution adds to the help.
 *
 * @param videos video tutorials that the help links to, each with {@code title} and {@code address}; nothing is ever
 *     loaded from there before somebody follows the link
 * @param referents whom to ask in each region, each with {@code region}, {@code name} and {@code contact}
 */
@ConfigurationProperties("pli.help")
public record HelpSettings(
        @DefaultValue List<Video> videos, @DefaultValue List<Referent> referents) {

    /** A video tutorial. */
    public record Video(String title, URI address) {}

    /** Somebody to ask. @param contact telephone number or e-mail address, as it is to be shown */
    public record Referent(String region, String name, String contact) {}
}
