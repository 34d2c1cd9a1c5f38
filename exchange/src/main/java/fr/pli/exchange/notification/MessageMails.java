package fr.pli.exchange.notification;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.delegation.Delegations;
import fr.pli.exchange.mail.MailView;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.receipt.Receipts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mails about messages, one view each; rights are asked again at each attempt. */
@Configuration(proxyBeanMethods = false)
class MessageMails {

    /** To a recipient: there is a message. Nothing left to say once it cannot be read. */
    @Bean
    MailView receivedMail(MessageMail mail) {
        return MessageMail.view(
                NoticeKind.RECEIVED,
                letter -> mail.receivedBy(letter).filter(mail::available).map(mail::model));
    }

    /** To who acts for a recipient: there is a message for them. Nothing left to say once that right is gone. */
    @Bean
    MailView receivedForMail(MessageMail mail, Delegations delegations, Directory directory) {
        return MessageMail.view(
                Post.RECEIVED_FOR,
                letter -> mail.about(letter).filter(mail::available).flatMap(about -> {
                    Message message = about.message();
                    UUID giver = UUID.fromString(letter.refs().getOrDefault("for", ""));
                    return Optional.ofNullable(letter.reader())
                            .flatMap(directory::find)
                            .filter(holder -> message.readers().contains(giver))
                            .flatMap(holder -> delegations.acting(holder, giver))
                            .map(acting -> {
                                Map<String, Object> model = mail.model(about);
                                String name = acting.giver().name();
                                model.put("subjectArguments", List.of(message.subject(), name));
                                model.put("giver", name);
                                model.put("link", "/for/" + giver + "/messages/" + message.id());
                                return model;
                            });
                }));
    }

    /** To the sender: the acknowledgement of receipt, which is due whatever became of the message since. */
    @Bean
    MailView acknowledgedMail(MessageMail mail) {
        return MessageMail.view(
                NoticeKind.ACKNOWLEDGED, letter -> mail.sentBy(letter).map(about -> {
                    Map<String, Object> model = mail.model(about);
                    model.put("recipients", mail.recipients(about.message()));
                    return model;
                }));
    }

    @Bean
    MailView seenMail(MessageMail mail) {
        return MessageMail.view(NoticeKind.SEEN, letter -> mail.sentBy(letter).map(about -> {
            Message message = about.message();
            Map<String, Object> model = mail.model(about);
            UUID seen = UUID.fromString(letter.refs().getOrDefault("reader", ""));
            String hand = letter.refs().get("hand");
            String reader = mail.name(seen, hand == null ? seen : UUID.fromString(hand), letter.language());
            model.put("subjectArguments", List.of(message.subject(), reader));
            model.put("reader", reader);
            model.put("at", Instant.parse(letter.refs().getOrDefault("at", "")));
            return model;
        }));
    }

    /** To the sender: what one recipient downloaded within one window (N-3). */
    @Bean
    MailView downloadedMail(MessageMail mail, DownloadNoticeTable notices, Receipts receipts) {
        return MessageMail.view(
                NoticeKind.DOWNLOADED, letter -> mail.sentBy(letter).flatMap(about -> {
                    Message message = about.message();
                    UUID notice = UUID.fromString(letter.refs().getOrDefault("notice", ""));
                    return notices.reader(notice).map(who -> {
                        String reader = mail.name(who.reader(), who.hand(), letter.language());
                        Map<String, Object> model = mail.model(about);
                        model.put("subjectArguments", List.of(message.subject(), reader));
                        model.put("reader", reader);
                        model.put("files", downloaded(lines(model), notices.files(notice)));
                        model.put(
                                "missing",
                                receipts.missing(message.id(), who.reader()).size());
                        return model;
                    });
                }));
    }

    /** To a recipient: the sender deleted the message; there is no page to open any more. */
    @Bean
    MailView deletedMail(MessageMail mail) {
        return MessageMail.view(
                NoticeKind.DELETED, letter -> mail.receivedBy(letter).map(about -> {
                    Map<String, Object> model = mail.model(about);
                    model.remove("link");
                    model.put("at", Instant.parse(letter.refs().getOrDefault("at", "")));
                    return model;
                }));
    }

    /** The end is near: to the sender who has not collected, to a recipient what is missing. */
    @Bean
    MailView endingMail(MessageMail mail, Receipts receipts) {
        return MessageMail.view(NoticeKind.FIRST_WARNING, letter -> mail.sentBy(letter)
                .filter(mail::available)
                .map(about -> forSender(mail, receipts, about))
                .or(() -> mail.receivedBy(letter)
                        .filter(mail::available)
                        .flatMap(about -> forRecipient(mail, receipts, about, letter.reader()))));
    }

    /** To the sender: a recipient could not be told. Nothing left to say once the message cannot be read. */
    @Bean
    MailView undeliveredMail(MessageMail mail) {
        return MessageMail.view(
                NoticeKind.UNDELIVERED,
                letter -> mail.sentBy(letter).filter(mail::available).map(about -> {
                    Message message = about.message();
                    Map<String, Object> model = mail.model(about);
                    String reader = mail.name(UUID.fromString(letter.refs().getOrDefault("reader", "")));
                    model.put("subjectArguments", List.of(message.subject(), reader));
                    model.put("reader", reader);
                    model.put("reason", letter.refs().getOrDefault("reason", ""));
                    return model;
                }));
    }

    private static Map<String, Object> forSender(MessageMail mail, Receipts receipts, MessageMail.About about) {
        Message message = about.message();
        Map<String, Object> model = mail.model(about);
        model.put("toSender", true);
        model.put(
                "waiting",
                message.readers().stream()
                        .filter(reader ->
                                !receipts.missing(message.id(), reader).isEmpty())
                        .map(mail::name)
                        .toList());
        return model;
    }

    private static Optional<Map<String, Object>> forRecipient(
            MessageMail mail, Receipts receipts, MessageMail.About about, @Nullable UUID reader) {
        List<UUID> missing =
                reader == null ? List.of() : receipts.missing(about.message().id(), reader);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> model = mail.missing(about, missing);
        model.put("toSender", false);
        return Optional.of(model);
    }

    private static List<MessageMail.Line> downloaded(
            List<MessageMail.Line> lines, List<DownloadNoticeTable.Downloaded> had) {
        Map<UUID, Instant> times = had.stream()
                .collect(Collectors.toMap(DownloadNoticeTable.Downloaded::file, DownloadNoticeTable.Downloaded::at));
        return lines.stream()
                .flatMap(line -> Optional.ofNullable(times.get(line.id())).map(line::at).stream())
                .sorted(Comparator.comparing(line -> Objects.requireNonNull(line.at())))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<MessageMail.Line> lines(Map<String, Object> model) {
        return (List<MessageMail.Line>) Objects.requireNonNull(model.get("files"));
    }
}
