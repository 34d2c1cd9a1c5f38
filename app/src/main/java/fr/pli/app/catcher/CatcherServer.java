package fr.pli.app.catcher;

import fr.pli.exchange.mail.MailSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** The SMTP server of the catcher. It is there before the jobs begin to send and goes after them. */
final class CatcherServer implements SmartLifecycle, SimpleMessageListener {

    private static final Logger LOG = LoggerFactory.getLogger(CatcherServer.class);
    private static final int BEFORE_THE_JOBS = DEFAULT_PHASE - 4096;
    private static final int LARGEST = 25_000_000;

    private final CaughtMails mails;
    private final MailSettings settings;
    private final CatcherSettings page;

    private volatile @Nullable SMTPServer server;

    CatcherServer(CaughtMails mails, MailSettings settings, CatcherSettings page) {
        this.mails = mails;
        this.settings = settings;
        this.page = page;
    }

    @Override
    public void start() {
        SMTPServer starting = SMTPServer.port(settings.catcherPort())
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Pli mail catcher")
                .maxMessageSize(LARGEST)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .simpleMessageListener(this)
                .build();
        starting.start();
        server = starting;
        LOG.warn(
                "No mail relay is set: mails go nowhere, read them at http://127.0.0.1:{} (pli.mail.host)",
                page.port());
    }

    @Override
    public boolean accept(String from, String recipient) {
        return true;
    }

    @Override
    public void deliver(String from, String recipient, InputStream content) throws IOException {
        mails.store(content);
    }

    @Override
    public void stop() {
        SMTPServer running = server;
        if (running != null) {
            running.stop();
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_JOBS;
    }
}
