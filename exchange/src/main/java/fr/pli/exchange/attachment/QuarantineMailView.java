package fr.pli.exchange.attachment;

import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.MailView;
import fr.pli.exchange.platform.Show;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the two mails about a quarantined file say; only who sent it is told its name. */
record QuarantineMailView(String template, FileRows files, AnalysisRows rows, Show show) implements MailView {

    @Override
    public Optional<Map<String, Object>> model(Letter letter) {
        UUID id = UUID.fromString(letter.refs().get("file"));
        return files.find(id).map(FileRow::file).map(file -> model(file, template.equals(QuarantineMails.SENDER)));
    }

    private Map<String, Object> model(StoredFile file, boolean toSender) {
        var model = new HashMap<String, Object>();
        String name = toSender ? rows.name(file.id()) : null;
        model.put("subjectArguments", List.of());
        model.put("name", name == null ? "" : name);
        model.put("file", file.id().toString());
        model.put("size", show.size(file.length()));
        model.put("signature", file.reason() == null ? "" : file.reason());
        model.put("sha256", file.sha256() == null ? "" : file.sha256());
        model.put("at", show.instant(file.analysedAt()));
        return model;
    }

    /** One view per template. */
    @Configuration(proxyBeanMethods = false)
    static class Views {

        @Bean
        MailView fileQuarantined(FileRows files, AnalysisRows rows, Show show) {
            return new QuarantineMailView(QuarantineMails.SENDER, files, rows, show);
        }

        @Bean
        MailView fileQuarantinedAdministrator(FileRows files, AnalysisRows rows, Show show) {
            return new QuarantineMailView(QuarantineMails.ADMINISTRATOR, files, rows, show);
        }
    }
}
