package fr.pli.exchange.receipt.web;

import fr.pli.exchange.receipt.Offer;
import fr.pli.exchange.receipt.RightLostException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.coyote.CloseNowException;
import org.springframework.http.HttpHeaders;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Serves an {@link Offer} as RFC 9110 asks (U-8): conditions first, then one range or the whole, straight from the
 * store to the connection on the request's own virtual thread. HEAD and refused conditions have no effect.
 */
@Component
@NamedInterface("serving")
public class ByteServing {

    /** A prefetch gets nothing, and has no effect either (U-11): then {@code offer} is not even asked for. */
    public void serve(Supplier<Offer> offer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Prefetch.asked(request)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        serve(offer.get(), request, response);
    }

    private void serve(Offer offer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String tag = '"' + offer.validator() + '"';
        describe(offer, tag, response);
        var conditions = new Conditions(request, tag);
        if (conditions.failed()) {
            response.setStatus(HttpServletResponse.SC_PRECONDITION_FAILED);
            return;
        }
        if (conditions.notModified()) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        boolean get = request.getMethod().equals("GET");
        Optional<ByteRange> asked = get && conditions.rangeHolds()
                ? ByteRange.read(request.getHeader(HttpHeaders.RANGE), offer.length())
                : Optional.empty();
        if (asked.isPresent() && !asked.get().satisfiable()) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + offer.length());
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        ByteRange range = asked.orElse(new ByteRange(0, offer.length()));
        asked.ifPresent(part -> {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader(
                    HttpHeaders.CONTENT_RANGE, "bytes " + part.from() + "-" + (part.to() - 1) + "/" + offer.length());
        });
        response.setContentLengthLong(range.to() - range.from());
        if (get) {
            hand(offer, range, response);
        }
    }

    private static void describe(Offer offer, String tag, HttpServletResponse response) {
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setContentType("application/octet-stream");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Disposition.attachment(offer.name()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store, no-transform");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("X-Accel-Buffering", "no");
    }

    /** Once bytes have left, the only honest answer to a failure is a broken connection: the reader sees it is short. */
    private static void hand(Offer offer, ByteRange range, HttpServletResponse response) throws IOException {
        try {
            offer.handOver(range.from(), range.to(), response.getOutputStream());
        } catch (RightLostException lost) {
            throw new CloseNowException(lost);
        } catch (IOException | RuntimeException failure) {
            if (!response.isCommitted()) {
                response.reset();
            }
            throw failure;
        }
    }
}
