#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Fills a fresh Tryton 6.0 database with what a connector needs: a company, a currency, two countries, an employee, a relation type,
one customer and an integration user. tryton_seed.py CONF DATABASE LOGIN.json"""
import datetime
import json
import os
import secrets
import sys
from decimal import Decimal

conf, database, login_file = sys.argv[1:4]
os.environ.setdefault('DB_NAME', database)

from proteus import Model, Wizard, config  # noqa: E402

config.set_trytond('sqlite:///' + database, config_file=conf)
context = config.get_config()

Currency = Model.get('currency.currency')
euro = Currency(name='Euro', symbol='€', code='EUR', numeric_code='978', digits=2, rounding=Decimal('0.01'))
euro.rates.new(rate=Decimal('1.0'), date=datetime.date(2020, 1, 1))
euro.save()

Country = Model.get('country.country')
for name, code, code3, numeric in (('Germany', 'DE', 'DEU', '276'), ('Indonesia', 'ID', 'IDN', '360')):
    Country(name=name, code=code, code3=code3, code_numeric=numeric).save()

Party = Model.get('party.party')
exhibitor = Party(name='Seed Exhibitor GmbH')
exhibitor.save()
company_config = Wizard('company.company.config')
company_config.execute('company')
company_config.form.party = exhibitor
company_config.form.currency = euro
company_config.execute('add')
User = Model.get('res.user')
context._context = User.get_preferences(True, {})
company, = Model.get('company.company').find()

somebody = Party(name='Seed Employee')
somebody.save()
employee = Model.get('company.employee')(party=somebody, company=company)
employee.save()

RelationType = Model.get('party.relation.type')
has_contact = RelationType(name='Contact person')
has_contact.save()
contact_of = RelationType(name='Contact person of', reverse=has_contact)
contact_of.save()
has_contact.reverse = contact_of
has_contact.save()

customer = Party(name='Seed Customer AG')
customer.identifiers.new(code='SEED-1001')
customer.contact_mechanisms.new(type='email', value='office@seed-customer.example')
customer.save()

password = secrets.token_urlsafe(18)
user = User(name='Rapport connector', login='rapport', password=password)
Group = Model.get('res.group')
for group in Group.find([('name', 'in', ['Sales', 'Sale Opportunity', 'Party Administration', 'Project Administration'])]):
    user.groups.append(Group(group.id))
user.companies.append(company)
user.company = company
user.employees.append(employee)
user.employee = employee
user.save()

# A second user who may read but not create opportunities.
reader_password = secrets.token_urlsafe(18)
reader = User(name='Reader', login='reader', password=reader_password)
reader.companies.append(Model.get('company.company')(company.id))
reader.company = Model.get('company.company')(company.id)
reader.save()

with open(login_file, 'w') as out:
    json.dump({'database': database, 'user': 'rapport', 'password': password, 'reader': 'reader', 'reader_password': reader_password}, out)
