package fr.pli.exchange.mail;

import fr.pli.exchange.platform.Examination;
import fr.pli.exchange.platform.Findings;
import fr.pli.exchange.platform.Installation;
import fr.pli.exchange.platform.WebSettings;

/** Whether the mail relay takes a connection as the application makes it: protection and sign-in included. */
public final class RelayExamination implements Examination {

    @Override
    public String part() {
        return "mail";
    }

    @Override
    public void examine(Installation installation, Findings findings) {
        var settings = installation.settings("pli.mail", MailSettings.class);
        if (settings.caught()) {
            findings.doubtful("caught");
            return;
        }
        var relay = new Relay(settings, installation.settings("pli.web", WebSettings.class), new RelayConnections());
        Outcome outcome = relay.probe();
        if (outcome.state() == MailFate.State.ACCEPTED) {
            findings.well("works", settings.host(), settings.port());
        } else {
            findings.wrong("fails", settings.host(), settings.port(), String.valueOf(outcome.reply()));
        }
        boolean here = settings.host().matches("localhost|127\\..*|::1");
        if (!here && settings.tls() == MailSettings.Tls.NONE) {
            findings.wrong("clear", settings.host());
        }
    }
}
