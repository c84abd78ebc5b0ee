package io.haina.dialect.openapi;

import io.haina.access.Actor;
import io.haina.app.AppDoor;
import io.haina.app.SignedRequest;
import io.haina.dialect.Doorkeeper;
import io.haina.dialect.KeptBody;
import io.haina.dialect.Sender;
import io.haina.problem.Problem;
import io.haina.problem.Problem.SignatureFault;
import io.haina.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Document 004 signs each request: headers {@code appid}, {@code nonce}, {@code timestamp} and {@code signature}. What came
 * in by a nonce and is refused all the same gets the nonce back, but for failures of the server, of which nobody can say how
 * far they went.
 */
@Component
final class OpenapiDoorkeeper implements Doorkeeper {

    static final String APPID = "appid";
    static final String NONCE = "nonce";
    static final String TIMESTAMP = "timestamp";
    static final String SIGNATURE = "signature";
    static final String VERSION = "signature-version";

    private static final String ADMITTED = OpenapiDoorkeeper.class.getName() + ".admitted";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]{1,128}");

    private final AppDoor door;
    private final Sender sender;

    OpenapiDoorkeeper(AppDoor door, Sender sender) {
        this.door = door;
        this.sender = sender;
    }

    @Override
    public Actor admit(HttpServletRequest request) {
        if (request.getHeader(APPID) == null && request.getHeader(SIGNATURE) == null) {
            throw new Refused(new Problem.NoCredential());
        }
        String appid = header(request, APPID, NUMBER);
        String timestamp = header(request, TIMESTAMP, NUMBER);
        String nonce = header(request, NONCE, PRINTABLE);
        String signature = header(request, SIGNATURE, PRINTABLE);
        AppDoor.Admitted admitted = door.admit(new SignedRequest(
                Long.parseLong(appid),
                Long.parseLong(timestamp),
                nonce,
                signature,
                version(request),
                request.getMethod(),
                Sender.target(request),
                () -> KeptBody.of(request),
                sender.address(request)));
        request.setAttribute(ADMITTED, admitted);
        return admitted.actor();
    }

    private static String header(HttpServletRequest request, String name, Pattern form) {
        List<String> values = Collections.list(request.getHeaders(name));
        if (values.size() != 1 || !form.matcher(values.getFirst()).matches()) {
            throw new Refused(new Problem.SignatureRefused(SignatureFault.HEADERS));
        }
        return values.getFirst();
    }

    private static int version(HttpServletRequest request) {
        List<String> values = Collections.list(request.getHeaders(VERSION));
        if (values.isEmpty() || values.equals(List.of("1"))) {
            return 1;
        }
        if (values.equals(List.of("2"))) {
            return 2;
        }
        throw new Refused(new Problem.SignatureRefused(SignatureFault.VERSION));
    }

    @Override
    public boolean readsBody() {
        return true;
    }

    @Override
    public void refused(HttpServletRequest request, Problem problem) {
        if (request.getAttribute(ADMITTED) instanceof AppDoor.Admitted admitted
                && !(problem instanceof Problem.Failure || problem instanceof Problem.Unavailable)) {
            door.refund(admitted);
        }
    }
}
