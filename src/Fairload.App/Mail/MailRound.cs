using Fairload.App.Store;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Fairload.App.Mail;

/// <summary>How letters leave, and how that goes.</summary>
/// <param name="Waiting">Letters in the outbox.</param>
/// <param name="Refused">Letters that the mail server will never take; they lie in <c>outbox/refused</c>.</param>
/// <param name="Fault">What went wrong at the last try; null when it went well or was never tried.</param>
/// <param name="FaultSince">When that began.</param>
public sealed record MailState(MailSettings? Through, int Waiting, int Refused, DateTime? LastSentAt, string? Fault, DateTime? FaultSince);

/// <summary>
/// Takes letters from the outbox to the council's mail server, where one is named. A letter leaves the outbox only when the server has
/// taken it: after a break in between it goes twice sooner than never. What the server refuses for good is laid aside; everything else is
/// tried again.
/// </summary>
public sealed class MailRound(DataDirectory data, TimeProvider clock)
{
    public const string PasswordVariable = "FAIRLOAD_MAIL_PASSWORD";

    private const int MostARound = 200;
    private const string Letters = "*.eml";
    private const string Going = ".going";
    private static readonly TimeSpan LeftBehind = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _outbox = Path.Combine(data.Path, "outbox");
    private readonly string _refused = Path.Combine(data.Path, "outbox", "refused");
    private DateTime? _lastSentAt;
    private string? _fault;
    private DateTime? _faultSince;

    public MailState State => new(data.Settings.Mail, Count(_outbox), Count(_refused), _lastSentAt, _fault, _faultSince);

    /// <summary>One round. Does nothing where no mail server is named: then the council's own mail system collects the files.</summary>
    /// <returns>How many letters the server took.</returns>
    public async Task<int> Send(CancellationToken stop)
    {
        if (data.Settings.Mail is not { } server) return 0;
        TakeBackWhatWasLeft();
        var letters = Directory.EnumerateFiles(_outbox, Letters).Order(StringComparer.Ordinal).Take(MostARound).ToList();
        if (letters.Count == 0) return 0;
        var sent = 0;
        try
        {
            using var smtp = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            await Connect(smtp, server, stop);
            foreach (var letter in letters) sent += await Send(smtp, letter, server, stop) ? 1 : 0;
            await smtp.DisconnectAsync(quit: true, stop);
            (_fault, _faultSince) = (null, null);
        }
        catch (Exception fault) when (fault is IOException or System.Net.Sockets.SocketException or ProtocolException
            or AuthenticationException or SslHandshakeException or CommandException or NotSupportedException or TimeoutException)
        {
            (_fault, _faultSince) = (fault.Message, _faultSince ?? Now);
        }

        if (sent > 0) _lastSentAt = Now;
        return sent;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static async Task Connect(SmtpClient smtp, MailSettings server, CancellationToken stop)
    {
        var security = server.Security switch
        {
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            MailSecurity.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };
        await smtp.ConnectAsync(server.Host, server.Port, security, stop);
        if (server.User.Length > 0)
            await smtp.AuthenticateAsync(server.User, Environment.GetEnvironmentVariable(PasswordVariable) ?? "", stop);
    }

    /// <summary>False where the letter stays or is laid aside. Renamed while it goes, so that two nodes with one outbox send it
    /// once.</summary>
    private async Task<bool> Send(SmtpClient smtp, string letter, MailSettings server, CancellationToken stop)
    {
        var going = letter + Going;
        try
        {
            File.Move(letter, going);
            File.SetLastWriteTimeUtc(going, Now);
        }
        catch (FileNotFoundException)
        {
            return false;
        }

        try
        {
            using var message = await MimeMessage.LoadAsync(going, stop);
            message.From.Add(MailboxAddress.Parse(server.From));
            await smtp.SendAsync(message, stop);
            File.Delete(going);
            return true;
        }
        catch (SmtpCommandException refused)
            when (refused is { ErrorCode: SmtpErrorCode.RecipientNotAccepted, StatusCode: >= SmtpStatusCode.CommandUnrecognized })
        {
            Directory.CreateDirectory(_refused);
            File.Move(going, Path.Combine(_refused, Path.GetFileName(letter)), overwrite: true);
            return false;
        }
        catch
        {
            File.Move(going, letter);
            throw;
        }
    }

    /// <summary>Of a program that broke off in the middle.</summary>
    private void TakeBackWhatWasLeft()
    {
        var left = Directory.EnumerateFiles(_outbox, Letters + Going).Where(f => Now - File.GetLastWriteTimeUtc(f) > LeftBehind).ToList();
        foreach (var going in left) File.Move(going, going[..^Going.Length], overwrite: true);
    }

    private static int Count(string folder) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, Letters).Count() : 0;
}
