using Fairload.Core.Allocation.Transfers;

namespace Fairload.Core.Tests.Allocation.Transfers;

public sealed class The_checklist_of_transfers
{
    private static readonly TransferChecklist Sound = new("transfers/2", "Ours", "The board", new(2026, 11, 16), false,
    [
        new("*", TransferSide.Sending, "Record up to date"), new("looked-after", TransferSide.Receiving, "Visit has a date"),
    ]);

    [Fact]
    public void Asks_for_what_is_for_every_kind_of_work_and_for_this_one()
    {
        Assert.Equal(2, Sound.For("looked-after").Count);
        Assert.Equal("Record up to date", Assert.Single(Sound.For("referral")).Says);
    }

    [Fact]
    public void Is_refused_with_everything_that_is_wrong()
    {
        Assert.Empty(Wrong(Sound));
        Assert.Equal(["Code", "Name", "AgreedBy", "Rows"], Wrong(Sound with { Code = "", Name = " ", AgreedBy = "", Rows = [] }));
        Assert.Equal(["Rows"], Wrong(Sound with { Rows = [Sound.Rows[0], new("referral", TransferSide.Sending, "Record up to date")] }));
        Assert.Equal(["Rows"], Wrong(Sound with { Rows = [new("*", TransferSide.Head, "Decide")] }));
        Assert.Equal(["Rows"], Wrong(Sound with { Rows = [new("*", TransferSide.Sending, new string('x', 201))] }));
        Assert.Equal(["Rows"], Wrong(Sound with { Rows = [.. Enumerable.Range(1, 61).Select(n => new ChecklistRow("*", TransferSide.Sending, $"{n}"))] }));
    }

    private static IEnumerable<string> Wrong(TransferChecklist written) =>
        TransferChecklist.Read(written).Try(out _, out var problems) ? [] : problems.Select(p => p.Field);
}
