package org.ectsuite.notification.suppression;

import java.nio.charset.StandardCharsets;

/** Mails that come back, as servers write them. */
final class Reports {

    private Reports() {}

    /** As Postfix writes it: three parts, the last with the headers of the mail that came back. */
    static byte[] failure(String id, String action, String status, String diagnostic) {
        return crlf("""
                Return-Path: <>
                From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
                To: ect@test.example
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status;
                 boundary="4F1A2.1773345/mx.example.org"

                This is a MIME-encapsulated message.

                --4F1A2.1773345/mx.example.org
                Content-Description: Notification
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not be delivered.

                --4F1A2.1773345/mx.example.org
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org
                Arrival-Date: Thu, 12 Mar 2026 18:31:00 +0000 (UTC)

                Final-Recipient: rfc822; gone@example.org
                Original-Recipient: rfc822;gone@example.org
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; %s

                --4F1A2.1773345/mx.example.org
                Content-Description: Undelivered Message Headers
                Content-Type: text/rfc822-headers

                From: "ECT Suite" <ect@test.example>
                To: gone@example.org
                Message-ID: <%s@test.example>
                Subject: Net log

                --4F1A2.1773345/mx.example.org--
                """.formatted(action, status, diagnostic, id));
    }

    /** To a return path that names the mail, with the whole mail returned. */
    static byte[] failureToReturnPath(String id) {
        return crlf("""
                From: postmaster@mail.example.net
                Delivered-To: bounce+%s@test.example
                Subject: Delivery failure
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example.net

                Final-Recipient: rfc822; gone@example.org
                Action: failed
                Status: 5.1.1

                --b
                Content-Type: message/rfc822

                From: ect@test.example
                Subject: Net log

                Hello
                --b--
                """.formatted(id));
    }

    /** As a provider writes it whose customer pressed "this is spam" (RFC 5965). */
    static byte[] complaint(String id) {
        return crlf("""
                From: feedback@provider.example
                To: ect@test.example
                Subject: FW: Net log
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=feedback-report; boundary="arf"

                --arf
                Content-Type: text/plain

                This is an email abuse report.

                --arf
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                User-Agent: Provider/1.0
                Version: 1

                --arf
                Content-Type: message/rfc822

                From: ect@test.example
                Message-ID: <%s@test.example>
                Subject: Net log

                Hello
                --arf--
                """.formatted(id));
    }

    /** What also ends up in the mailbox of a return path. */
    static byte[] vacation(String id) {
        return crlf("""
                From: gone@example.org
                To: ect@test.example
                Subject: Out of office
                In-Reply-To: <%s@test.example>
                Auto-Submitted: auto-replied
                Content-Type: text/plain

                I am away. Status: 5.1.1 Action: failed
                """.formatted(id));
    }

    private static byte[] crlf(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
