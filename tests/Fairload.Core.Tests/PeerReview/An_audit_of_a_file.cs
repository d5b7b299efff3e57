using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.PeerReview.Audits;
using Fairload.Core.Workforce;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.PeerReview;

public sealed class An_audit_of_a_file
{
    private static readonly DateOnly Today = new(2026, 11, 16);
    private static readonly DateTime Now = new(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Id<Account> Auditor = Id<Account>.New();
    private static readonly AuditDeed ByAuditor = new(Auditor, "Rita Moss", Now);
    private static readonly AuditDeed ByModerator = new(Id<Account>.New(), "Pat Singh", Now);

    [Fact]
    public void Is_kept_half_done_and_finished_only_when_every_section_and_the_whole_have_a_grade()
    {
        var file = File();
        var half = Said(FileGrade.Good) with { Overall = null, Sections = [Section("details", FileGrade.Good), Section("voice", null)] };

        Assert.True(file.Write(half, false, 0, Today, ByAuditor).Try(out _, out _));
        Assert.Equal(
            ["Section.voice", "Overall"], Problems(file.Write(half, true, 1, Today, ByAuditor)).Select(p => p.Field));
        Assert.False(file.IsFinished);
        Assert.True(file.Write(Said(FileGrade.Good), true, 1, Today, ByAuditor).Try(out _, out _));
        Assert.True(file.IsFinished);
        Assert.StartsWith("This audit is finished", Problems(file.Write(Said(FileGrade.Outstanding), true, 2, Today, ByAuditor))[0].Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_the_auditors_grade_beside_the_moderators()
    {
        var file = Finished(FileGrade.Good);

        Assert.True(file.Moderate(FileGrade.RequiresImprovement, "No plan for contact", 1, ByModerator).Try(out _, out _));

        Assert.Equal(
            (FileGrade.Good, FileGrade.RequiresImprovement, FileGrade.RequiresImprovement, -1),
            (file.Overall, file.Moderated, file.Grade, file.Shift));
    }

    [Fact]
    public void Is_moderated_by_somebody_else_with_a_reason_and_only_once_it_is_finished()
    {
        Assert.StartsWith("You audited this file", Problems(Finished(FileGrade.Good).Moderate(FileGrade.Good, "So", 1, ByAuditor))[0].Message,
            StringComparison.Ordinal);
        Assert.StartsWith("The auditor has not finished", Problems(File().Moderate(FileGrade.Good, "So", 0, ByModerator))[0].Message,
            StringComparison.Ordinal);
        Assert.Equal(
            ["Moderated", "Why"], Problems(Finished(FileGrade.Good).Moderate(null, " ", 1, ByModerator)).Select(p => p.Field));
        Assert.StartsWith("Somebody has changed", Problems(Finished(FileGrade.Good).Moderate(FileGrade.Good, "So", 0, ByModerator))[0].Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Raises_what_can_not_wait_once_and_is_answered_once()
    {
        var file = File();

        Assert.True(file.Raise("A child has not been seen for nine weeks", ByAuditor).Try(out _, out _));
        Assert.StartsWith("An urgent concern was raised", Problems(file.Raise("Again", ByAuditor))[0].Message, StringComparison.Ordinal);
        Assert.Equal("Done", Problems(file.Answer(" ", ByModerator))[0].Field);
        Assert.True(file.Answer("Seen this morning", ByModerator).Try(out _, out _));
        Assert.StartsWith("Pat Singh has said meanwhile", Problems(file.Answer("Otherwise", ByAuditor))[0].Message,
            StringComparison.Ordinal);
        Assert.Equal("Seen this morning", file.UrgentAnswer);
    }

    [Fact]
    public void Is_counted_before_and_after_moderation_with_a_share_only_of_five_or_more()
    {
        FileGrade[] grades = [FileGrade.Good, FileGrade.Good, FileGrade.Outstanding, FileGrade.RequiresImprovement, FileGrade.Good,
            FileGrade.Inadequate];
        var files = grades.Select(Finished).ToList();
        FileGrade[] after = [FileGrade.RequiresImprovement, FileGrade.Good, FileGrade.Outstanding, FileGrade.Good];
        foreach (var (file, grade) in files.Zip(after)) Assert.True(file.Moderate(grade, "So", 1, ByModerator).Try(out _, out _));

        var four = AuditResults.Of([.. files, File()]);
        Assert.Equal((7, 6, 4, 1, 1, 2), (four.Files, four.Finished, four.Moderated, four.Raised, four.Lowered, four.Same));
        Assert.Equal((new GradeCounts(1, 1, 3, 1), new GradeCounts(0, 1, 2, 1)), (four.Original, four.After));
        Assert.Null(four.GoodOrBetter);
        Assert.Equal(Percent.Of(4, 6), four.GoodOrBetterAtFirst);

        Assert.True(files[4].Moderate(FileGrade.Good, "So", 1, ByModerator).Try(out _, out _));
        Assert.Equal(Percent.Of(4, 5), AuditResults.Of(files).GoodOrBetter);
    }

    [Fact]
    public void Goes_to_nobody_of_the_files_own_team_and_shares_are_even_where_everybody_may_audit_everything() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            var (dice, teams) = (new Random(seed), Enumerable.Range(0, 4).Select(_ => Id<Team>.New()).ToList());
            var isOpen = dice.Next(2) == 0;
            var auditors = Enumerable.Range(0, 1 + dice.Next(5)).Select(n => new Auditor(
                Id<Account>.New(), $"Auditor {n}", isOpen ? new HashSet<Id<Team>>() : teams.Where(_ => dice.Next(3) == 0).ToHashSet()))
                    .ToList();
            var files = Enumerable.Range(0, dice.Next(20)).Select(n => new HeldFile(
                Id<Case>.New(), $"R-{n}", dice.Next(8) == 0 ? null : teams[dice.Next(4)], Today, null)).ToList();

            if (!AuditorShares.Of(files, auditors).Try(out var shares, out _))
                return files.Any(f => auditors.All(a => f.TeamId is { } team && a.Teams.Contains(team)));
            var held = auditors.Select(a => shares.Count(s => s.Auditor == a)).ToList();
            return shares.Select(s => s.File).SequenceEqual(files)
                && shares.All(s => s.File.TeamId is not { } team || !s.Auditor.Teams.Contains(team))
                && (!isOpen || held.Max() - held.Min() <= 1);
        }));

    [Fact]
    public void Tells_each_auditors_shift_in_name_order()
    {
        var (files, other) = (new[] { Finished(FileGrade.Good), Finished(FileGrade.Good) }, Finished(FileGrade.Inadequate, "Ana Diaz"));
        Assert.True(files[0].Moderate(FileGrade.Inadequate, "So", 1, ByModerator).Try(out _, out _));
        Assert.True(other.Moderate(FileGrade.Good, "So", 1, ByModerator).Try(out _, out _));

        Assert.Equal(
            [("Ana Diaz", 1, 1, 0), ("Rita Moss", 1, 0, 1)],
            AuditorShift.Of([.. files, other]).Select(s => (s.Name, s.Moderated, s.Raised, s.Lowered)));
    }

    [Fact]
    public void Teaches_by_key_messages_that_name_nobody()
    {
        var round = Round();

        var named = Problems(round.Learn("Ask Grace Adeyemi how she writes plans", ["Grace Adeyemi"], 0, "Pat Singh", Today));
        Assert.Equal("This names Grace Adeyemi. Write what was learnt, and not from whose work", named[0].Message);
        Assert.True(round.Learn("Plans name who does what by when.", ["Grace Adeyemi"], 0, "Pat Singh", Today).Try(out _, out _));
        Assert.StartsWith("Pat Singh has changed the key messages", Problems(round.Learn("Else", [], 0, "Ana Diaz", Today))[0].Message,
            StringComparison.Ordinal);
        Assert.Equal("Plans name who does what by when.", round.Learning);
    }

    private static AuditRound Round()
    {
        var plan = new RoundPlanned(new(2026, 7, 1), new(2026, 9, 30), null, "", 2, Today.AddDays(30));
        Assert.True(AuditRound.Draw(1, plan, SampleDraw.Of(["R-1", "R-2"], "1", 2), "Pat Singh", Today).Try(out var round, out _));
        return round;
    }

    private static AuditFile File(string auditor = "Rita Moss") => AuditFile.Give(
        Id<AuditRound>.New(), 1,
        new(new(Id<Case>.New(), "R-1", null, Today, null),
            new(auditor == "Rita Moss" ? Auditor : Id<Account>.New(), auditor, new HashSet<Id<Team>>())));

    private static AuditFile Finished(FileGrade grade) => Finished(grade, "Rita Moss");

    private static AuditFile Finished(FileGrade grade, string auditor)
    {
        var file = File(auditor);
        Assert.True(file.Write(Said(grade), true, 0, Today, new(file.AuditorId, auditor, Now)).Try(out _, out _));
        return file;
    }

    private static FileSaid Said(FileGrade grade) => new(
        [.. AuditSections.Codes.Select(c => Section(c, c == "partners" ? null : grade) with { DoesNotApply = c == "partners" })], grade,
        "Clear analysis", "", null);

    private static AuditedSection Section(string code, FileGrade? grade) => new(default, code, grade, false, "");

    private static IReadOnlyList<Problem> Problems<T>(Result<T> result) where T : notnull =>
        result.Try(out _, out var problems) ? [] : problems;
}
