using System.CommandLine;
using Fairload.App.Access;
using Fairload.Core.Access;
using Fairload.Web.Serve;

namespace Fairload.Web.Access;

internal static class AccountsCommands
{
    public static Command Accounts()
    {
        var accounts = new Command("accounts", "Help people who can not sign in.");
        accounts.Add(Reset());
        return accounts;
    }

    private static Command Reset()
    {
        var email = new Argument<string>("EMAIL") { Description = "The address of the account." };
        var site = new Option<string>("--site")
        {
            Description = "Where the site is reached.",
            DefaultValueFactory = _ => "http://127.0.0.1:5080",
            HelpName = "URL",
        };
        var data = Words.Data();
        var reset = new Command("reset", "Take password and second factor away and print a link that sets both again.") { email, site, data };
        reset.SetAction((given, stop) => Words.Ask(
            given.GetValue(data)!,
            "accounts reset",
            async services =>
            {
                var desk = services.GetRequiredService<AccountDesk>();
                var address = given.GetValue(email)!;
                if (await desk.Reset(Reader.AtTheMachine, address, stop) is not { } invitation)
                    return await Words.Refused([new("EMAIL", $"There is no account with the address {address}.")]);

                await Console.Out.WriteLineAsync($"{given.GetValue(site)!.TrimEnd('/')}/invitation/{invitation.Token}");
                await Console.Error.WriteLineAsync("Give this link to the person and to nobody else. " +
                    "It counts once, for seven days. All their sessions have ended.");
                return Words.IsDone;
            },
            stop));
        return reset;
    }
}
