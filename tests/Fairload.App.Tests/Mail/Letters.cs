using System.Text.Json;
using Fairload.App.Access;
using Fairload.App.Mail;
using Fairload.App.Store;

namespace Fairload.App.Tests.Mail;

public sealed class Letters : IAsyncLifetime
{
    private readonly MailServer _server = new();
    private readonly string _path = Directory.CreateTempSubdirectory("fairload-mail-").FullName;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_path, recursive: true);
    }

    [Fact]
    public async Task Go_to_the_mail_server_once_with_the_senders_address_and_leave_nothing_behind()
    {
        var (outbox, round) = Mail();
        await outbox.Post("grace@example.org", "Mae rhywbeth yn aros – ŵyth", "Sign in.\n.\nMewngofnodwch: ŵy.", default);
        await outbox.Post("tom@example.org", "Something waits", "Sign in.", default);

        Assert.Equal(2, await round.Send(default));
        Assert.Equal(0, await round.Send(default));

        Assert.Equal(["grace@example.org", "tom@example.org"], _server.Taken.Select(t => t.To).Order());
        var taken = _server.Taken.Single(t => t.To == "grace@example.org").Letter;
        var letter = MimeKit.MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(taken)));
        Assert.Equal(("fairload@council.example", "Mae rhywbeth yn aros – ŵyth"), (letter.From.Mailboxes.Single().Address, letter.Subject));
        Assert.Contains("ŵy", letter.TextBody, StringComparison.Ordinal);
        Assert.Equal((0, 0, null), (round.State.Waiting, round.State.Refused, round.State.Fault));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_path, "outbox")));
    }

    [Fact]
    public async Task That_are_refused_for_good_are_laid_aside_and_the_others_go()
    {
        var (outbox, round) = Mail();
        await outbox.Post("gone@nobody.example", "Something waits", "Sign in.", default);
        await outbox.Post("tom@example.org", "Something waits", "Sign in.", default);

        Assert.Equal(1, await round.Send(default));
        Assert.Equal((0, 1, null), (round.State.Waiting, round.State.Refused, round.State.Fault));
    }

    [Fact]
    public async Task That_can_not_go_today_wait_and_it_is_said_since_when()
    {
        var (outbox, round) = Mail();
        await outbox.Post("ann@later.example", "Something waits", "Sign in.", default);
        Assert.Equal(0, await round.Send(default));
        Assert.Equal((1, 0, "try again"), (round.State.Waiting, round.State.Refused, round.State.Fault));
        Assert.NotNull(round.State.FaultSince);

        await _server.DisposeAsync();
        Assert.Equal(0, await round.Send(default));
        Assert.Equal(1, round.State.Waiting);
        Assert.NotNull(round.State.Fault);
    }

    [Fact]
    public async Task Go_twice_sooner_than_never_when_the_line_breaks_before_the_answer()
    {
        var (outbox, round) = Mail();
        await outbox.Post("tom@example.org", "Something waits", "Sign in.", default);
        _server.BreaksOff = true;
        Assert.Equal(0, await round.Send(default));
        Assert.Equal(1, round.State.Waiting);

        _server.BreaksOff = false;
        Assert.Equal(1, await round.Send(default));
        Assert.Equal((2, 0), (_server.Taken.Count, round.State.Waiting));
    }

    [Fact]
    public async Task Left_on_their_way_by_a_program_that_broke_off_go_later()
    {
        var (outbox, round) = Mail();
        var file = Path.Combine(_path, "outbox", await outbox.Post("tom@example.org", "Something waits", "Sign in.", default));
        File.Move(file, file + ".going");
        Assert.Equal(0, await round.Send(default));
        File.SetLastWriteTimeUtc(file + ".going", TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-11));
        Assert.Equal(1, await round.Send(default));
    }

    [Fact]
    public async Task That_would_go_in_clear_where_the_council_asked_for_an_encrypted_line_do_not_go()
    {
        var (outbox, round) = Mail(MailSecurity.StartTls);
        await outbox.Post("tom@example.org", "Something waits", "Sign in.", default);
        Assert.Equal(0, await round.Send(default));
        Assert.Empty(_server.Taken);
        Assert.Equal(1, round.State.Waiting);
    }

    [Fact]
    public async Task Lie_in_the_outbox_where_no_mail_server_is_named()
    {
        Assert.True(DataDirectory.Open(_path).Try(out var data, out _));
        var (outbox, round) = (new Outbox(data, TimeProvider.System), new MailRound(data, TimeProvider.System));
        await outbox.Post("tom@example.org", "Something waits", "Sign in.", default);
        Assert.Equal(0, await round.Send(default));
        Assert.Equal((null, 1), (round.State.Through, round.State.Waiting));
    }

    [Theory]
    [InlineData("""{"host":""}""", "In fairload.json mail needs host, the name of the council's mail server.")]
    [InlineData("""{"host":"mail","from":"nobody"}""", "In fairload.json from of mail must be the address that letters come from.")]
    [InlineData("""{"host":"mail","from":"a@b.example","port":0}""", "In fairload.json port of mail must be from 1 to 65535.")]
    [InlineData(
        """{"host":"mail","from":"a@b.example","security":"none","user":"u"}""",
        "In fairload.json mail must not send a password over a line that is not encrypted: set security to startTls or tls.")]
    public void Go_through_a_server_that_is_named_in_full(string mail, string says)
    {
        File.WriteAllText(Path.Combine(_path, "fairload.json"), $$"""{"mail":{{mail}}}""");
        Assert.False(DataDirectory.Open(_path).Try(out _, out var problems));
        Assert.Contains(says, problems.Select(p => p.Message));
    }

    private (Outbox, MailRound) Mail(MailSecurity security = MailSecurity.None)
    {
        var settings = new CouncilSettings { Mail = new("127.0.0.1", _server.Port, security, "fairload@council.example") };
        File.WriteAllText(Path.Combine(_path, "fairload.json"), JsonSerializer.Serialize(settings, DataDirectory.Json));
        Assert.True(DataDirectory.Open(_path).Try(out var data, out var problems), problems?[0].Message);
        return (new(data, TimeProvider.System), new(data, TimeProvider.System));
    }
}
