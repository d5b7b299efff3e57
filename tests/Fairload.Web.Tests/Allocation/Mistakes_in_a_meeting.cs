using System.Net;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Meetings;
using Fairload.Web.Tests.Access;
using Fairload.Web.Tests.Caseload;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Allocation;

public sealed class Mistakes_in_a_meeting : IAsyncLifetime
{
    private readonly Sampleshire _council = new();

    public Task InitializeAsync() => _council.InitializeAsync();

    public Task DisposeAsync() => _council.DisposeAsync();

    [Theory]
    [InlineData("nowhere", "", "Choose a team, a service or the council")]
    [InlineData("service:Children", "", "Choose a team or service that you may allocate for")]
    [InlineData("council", "", "Choose a team or service that you may allocate for")]
    [InlineData(null, "many", "Enter the most moves as a whole number, for instance 10")]
    [InlineData(null, "-1", "The most moves are 0 or more")]
    public async Task Before_it_begins_are_said_and_nothing_is_opened(string? of, string moves, string says)
    {
        var form = await OpenForm.Open(await _council.Manager(), "/meetings/new");
        if (of is not null) form.Fields["For"] = of;
        form.Fields["MostMoves"] = moves;
        await IsRefused(form.Send(), says);
        await _council.Ask(async db => Assert.False(await db.Set<AllocationMeeting>().AnyAsync()));
    }

    [Fact]
    public async Task On_a_line_are_said_with_422_and_stored_neither_once_nor_twice()
    {
        var (form, meeting) = await Begun();
        var line = await Line();
        form.Fields["Kind"] = nameof(EditKind.Pinned);
        form.Fields["Line"] = line.Id.ToString();
        form.Fields["Version"] = $"{line.Version}";
        form.Fields["Worker"] = "nobody at all";
        var change = $"{meeting}?handler=Change";
        await IsRefused(form.SendTo(change), "Choose who takes the case");
        // A wish against a rule: she manages people.
        form.Fields["Worker"] = _council.Person("M1").ToString();
        await IsRefused(form.SendTo(change), "Marsh, Kate can not take case");
        Assert.Equal((LineMark.Free, line.Version), ((await Line()).Mark, (await Line()).Version));

        form.Fields["Worker"] = line.ToId!.Value.ToString();
        (await form.SendTo(change)).LeadsTo($"{meeting}#line-{line.Id}");
        (await form.SendTo(change)).LeadsTo($"{meeting}#line-{line.Id}");
        Assert.Equal(line.Version + 1, (await Line()).Version);
        form.Fields["Kind"] = nameof(EditKind.Left);
        await IsRefused(form.SendTo(change), "Grace Adeyemi has changed this line while you looked at it.");
        form.Fields["Line"] = Guid.CreateVersion7().ToString();
        await IsRefused(form.SendTo(change), "This case is not on the list any more");
        form.Fields["Line"] = "not a line";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.SendTo(change)).StatusCode);
        await _council.Ask(async db => Assert.Equal(2, await db.Set<MeetingEdit>().CountAsync()));
    }

    [Fact]
    public async Task At_its_end_decide_nothing_and_agreeing_twice_decides_once()
    {
        var (form, meeting) = await Begun();
        var agree = $"{meeting}?handler=Agree";
        form.Fields["Present"] = "Kate";
        form.Fields["Version"] = "99";
        await IsRefused(form.SendTo(agree), "The list has been changed while you looked at it.");
        form.Fields["Version"] = await Version();
        form.Fields["Present"] = " ";
        await IsRefused(form.SendTo(agree), "Say who was there");
        await _council.Ask(async db => Assert.False(await db.Set<AllocationDecision>().AnyAsync()));

        form.Fields["Present"] = "Kate";
        (await form.SendTo(agree)).LeadsTo(meeting);
        var decided = 0;
        await _council.Ask(async db => decided = await db.Set<AllocationDecision>().CountAsync());
        (await form.SendTo(agree)).LeadsTo(meeting);
        await _council.Ask(async db => Assert.Equal(decided, await db.Set<AllocationDecision>().CountAsync()));
        await IsRefused(form.SendTo($"{meeting}?handler=GiveUp"), "The meeting has ended meanwhile. Nothing was changed.");
        await IsRefused(form.SendTo($"{meeting}?handler=TakeBack"), "This can not be taken back");
        Assert.True(decided > 0);
    }

    private async Task<(OpenForm Form, string Meeting)> Begun()
    {
        var manager = await _council.Manager();
        var begun = await (await OpenForm.Open(manager, "/meetings/new")).Send();
        var meeting = begun.Headers.Location!.OriginalString;
        for (var tries = 0; tries < 100 && await Version() == "0"; tries++) await Task.Delay(100);
        return (await OpenForm.Open(manager, meeting), meeting);
    }

    private async Task<string> Version()
    {
        var version = 0;
        await _council.Ask(async db => version = await db.Set<AllocationMeeting>().Select(m => m.Version).SingleAsync());
        return $"{version}";
    }

    /// <summary>One that somebody would take.</summary>
    private async Task<MeetingLine> Line()
    {
        MeetingLine? line = null;
        await _council.Ask(async db => line = await db.Set<MeetingLine>().AsNoTracking().Where(l => l.ToId != null).OrderBy(l => l.CaseId)
            .FirstAsync());
        return line!;
    }

    private static async Task IsRefused(Task<HttpResponseMessage> sent, string says)
    {
        var answer = await sent;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(
            (await answer.Read()).All(".govuk-error-summary__list li"), m => m.StartsWith(says, StringComparison.Ordinal));
    }
}
