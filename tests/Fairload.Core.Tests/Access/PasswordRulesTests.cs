using Fairload.Core.Access;
using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Access;

public sealed class A_password
{
    [Theory]
    [InlineData("otter kettle moss")]
    [InlineData("zwölf Möwen fliegen")]
    [InlineData("8Gq2xTzzLm0p")]
    [InlineData("no capitals or digits needed")]
    public void May_be_anything_long(string password) => Assert.Empty(PasswordRules.Check(password, "ana.diaz@example.gov.uk", "Ana Diaz"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("elevenchars")]
    [InlineData("password1234")]
    [InlineData("Password123456")]
    [InlineData("passwordpassword")]
    [InlineData("P@ssw0rd2026")]
    [InlineData("November2026!")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("ababababababab")]
    [InlineData("123456789012")]
    [InlineData("abcdefghijklmn")]
    [InlineData("qwertyuiop12")]
    [InlineData("Social Worker 1")]
    [InlineData("ana.diaz@example.gov.uk")]
    [InlineData("I am Ana Diaz 7")]
    public void May_not_be_short_common_or_the_persons_own_name(string? password) =>
        Assert.Single(PasswordRules.Check(password, "ana.diaz@example.gov.uk", "Ana Diaz"));

    [Fact]
    public void May_not_be_so_long_that_it_only_keeps_the_machine_busy() =>
        Assert.Single(PasswordRules.Check(new string('x', 100) + new string('y', 101), "a@b.uk", "A"));

    [Theory]
    [InlineData("elevenchars", 1)]
    [InlineData("twelve chars", 0)]
    public void Has_at_least_twelve_characters(string password, int problems) =>
        Assert.Equal(problems, PasswordRules.Check(password, "a@b.uk", "A").Count);
}

public sealed class Opening_an_account
{
    private static readonly DateTime Now = new(2026, 11, 14, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Folds_the_address()
    {
        Assert.True(Account.Open("  Ana.Diaz@Example.gov.UK ", "Ana Diaz", null, Now).Try(out var account, out _));
        Assert.Equal("ana.diaz@example.gov.uk", account.Email);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ana")]
    [InlineData("@example.gov.uk")]
    [InlineData("ana@")]
    [InlineData("ana@b@c")]
    [InlineData("ana diaz@example.gov.uk")]
    [InlineData("ana@example.gov.uk\r\nBcc: all@example.gov.uk")]
    [InlineData("Ana <ana@example.gov.uk>")]
    public void Refuses_what_is_no_address(string email) => Assert.Equal("Email", Problem(Account.Open(email, "Ana", null, Now)).Field);

    [Fact]
    public void Refuses_a_person_without_a_name() =>
        Assert.Equal("Name", Problem(Account.Open("ana@example.gov.uk", " ", null, Now)).Field);

    private static Problem Problem(Result<Account> result) =>
        result.Try(out _, out var problems) ? throw new InvalidOperationException() : problems[0];
}

public sealed class Giving_a_role
{
    private static readonly Id<Team> Team = new(Guid.Parse("00000000-0000-7000-8000-000000000001"));

    [Theory]
    [InlineData(Role.TeamManager, true, null, true)]
    [InlineData(Role.TeamManager, false, null, false)]
    [InlineData(Role.TeamManager, false, "Adults", false)]
    [InlineData(Role.HeadOfService, false, "Adults", true)]
    [InlineData(Role.HeadOfService, true, null, false)]
    [InlineData(Role.HeadOfService, false, " ", false)]
    [InlineData(Role.Administrator, false, null, true)]
    [InlineData(Role.Administrator, false, "Adults", false)]
    [InlineData(Role.Practitioner, true, null, false)]
    [InlineData(Role.PrincipalSocialWorker, false, "Adults", true)]
    [InlineData(Role.Analyst, true, "Adults", false)]
    public void Wants_the_place_that_the_role_is_held_for(Role role, bool team, string? service, bool accepted) =>
        Assert.Equal(accepted, AccountGrant.Check(role, team ? Team : null, service).Try(out _, out _));
}
